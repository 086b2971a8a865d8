import { expect, test } from 'vitest'
import { composeInvoice } from '#lib/invoice/compose.ts'
import { sampleCompany, sampleInput } from '#lib/invoice/sample-input.ts'
import { writeInvoiceLetter } from './invoice-letter.ts'

const composed = composeInvoice(sampleInput({ company: { ...sampleCompany, name: '<b>Byggare</b> & Son' } }))
const invoice = composed.ok ? composed.value : expect.unreachable()

test('the letter of an invoice says that it is no e-invoice, in the invoice’s language', () => {
  const [sv, en] = [writeInvoiceLetter(invoice, 'sv'), writeInvoiceLetter(invoice, 'en')]
  for (const part of [sv.text, sv.html]) expect(part).toContain('inte en e-faktura')
  for (const part of [en.text, en.html]) expect(part).toContain('not an e-invoice')
  expect(sv.subject).toBe(`Faktura ${invoice.invoiceNumber} från <b>Byggare</b> & Son`)
  expect(sv.text).toContain(`senast ${invoice.dueDate}`)
})

test('what people typed comes out as text in the HTML of the letter', () => {
  const { html } = writeInvoiceLetter(invoice, 'sv')
  expect(html).not.toContain('<b>')
  expect(html).toContain('&lt;b&gt;Byggare&lt;/b&gt; &amp; Son')
})

test('a credit note asks for no payment', () => {
  const { text, subject } = writeInvoiceLetter({ ...invoice, kind: 'credit-note' }, 'sv')
  expect(subject).toContain('Kreditfaktura')
  expect(text).not.toContain('Att betala')
})
