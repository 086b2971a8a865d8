import { expect, test } from 'vitest'
import { invoiceResponse } from '#tests/setup/invoice-response.ts'
import { readInvoiceResponse } from './read-response.ts'

test('an Invoice Response says who answers, to whom, which invoice, and what', () => {
  const read = readInvoiceResponse(
    invoiceResponse({ number: ' F-17 ', code: 'RE', reasons: ['Fel referens', 'Fel pris'] }),
  )
  expect(read).toEqual({
    ok: true,
    value: {
      id: 'b4a0e7f0-0000-4000-8000-000000000001',
      from: '0007:2120009903',
      to: '0007:5599990008',
      invoiceNumber: 'F-17',
      code: 'RE',
      text: 'Fel referens · Fel pris',
    },
  })
})

test('what answers no invoice is told from what cannot be read', () => {
  const mls = invoiceResponse({ customization: 'urn:peppol:edec:mls:1.0' })
  for (const other of [mls, invoiceResponse({ number: '' }), invoiceResponse({ code: ' ' })])
    expect(readInvoiceResponse(other)).toMatchObject({ ok: false, code: 'no-response' })
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(readInvoiceResponse(bytes('<a/>'))).toMatchObject({ ok: false, code: 'not-ubl' })
  expect(readInvoiceResponse(bytes('nothing'))).toMatchObject({ ok: false, code: 'not-well-formed' })
  const hostile = '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
  expect(readInvoiceResponse(bytes(hostile))).toMatchObject({ ok: false, code: 'doctype' })
})
