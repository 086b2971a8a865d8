import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { InvoicePaper } from '#app/_invoice/invoice-paper.tsx'
import type { PaperFile } from '#app/_invoice/paper-files.tsx'
import { pickMessages } from '#lib/i18n/messages.ts'
import type { Invoice, InvoiceOutline } from '#lib/invoice/model.ts'
import { gapsOf, type OutlineGap, outlineInvoice } from '#lib/invoice/outline.ts'
import { sampleDraft, sampleInput, sampleLine } from '#lib/invoice/sample-input.ts'
import { fullInvoice, plainInvoice } from '#lib/ubl/sample-invoice.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'

const files: readonly PaperFile[] = [
  { fileName: 'tidrapport.pdf', description: 'Tidrapport november', size: 1_400_000, href: '/files/1' },
  { fileName: 'spec.csv', description: '', size: 120 },
]

/** The paper's text as a person reads it: no markup, plain spaces. */
function paperText(
  invoice: InvoiceOutline,
  locale: 'sv' | 'en' = 'sv',
  given: readonly PaperFile[] = [],
  gaps?: ReadonlySet<OutlineGap>,
): string {
  const paper = createElement(InvoicePaper, { invoice, files: given, ...(gaps && { gaps }) })
  const messages = pickMessages(locale, ['paper', 'units'])
  const props = { locale, messages, timeZone: 'Europe/Stockholm', children: paper }
  return renderToStaticMarkup(createElement(NextIntlClientProvider, props))
    .replaceAll(/<[^>]*>/g, '|')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\u00a0 ]/g, ' ')
}

/** Texts and dates that the document tells: leaves that are no codes, amounts or numbers of ours. */
function written(invoice: Invoice): readonly string[] {
  const found: string[] = []
  const pending = [writeInvoice(invoice)]
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    pending.push(...element.children)
    const isText =
      /(?:Name|Line|Note|Reason|Reference|Description|Value|Date|Cost|ElectronicMail|Telephone|LineID|ItemClassificationCode)$/
    const ownId =
      element.name === 'cbc:ID' && /Reference|Identification|Location/.test(element.parent?.name ?? '')
    if (element.children.length === 0 && (isText.test(element.name) || ownId)) found.push(element.text)
  }
  return found
}

describe('the paper', () => {
  test.each(['invoice', 'credit-note'] as const)('shows every text and date that the %s bears', (kind) => {
    const invoice = fullInvoice(kind)
    const text = paperText(invoice)
    const texts = written(invoice)
    expect(texts.length).toBeGreaterThan(50)
    expect(texts.filter((each) => !text.includes(each))).toEqual([])
  })

  test('shows every step from the lines to what is due', () => {
    const text = paperText(fullInvoice('invoice')).replaceAll(/\|+/g, '|')
    const steps = [
      'Summa rader|333,87|',
      'Kundrabatt 5 % på 233,87|moms 25 %|−11,69|',
      'Frakt|moms 25 %|20,00|',
      'Summa exkl. moms|342,18|',
      'Moms 25 % på 242,18|60,55|',
      'Moms 0 % på 100,00|Omvänd betalningsskyldighet (VATEX-EU-AE)|0,00|',
      'Moms totalt|60,55|',
      'Summa inkl. moms|402,73|',
      'Redan betalt|−100,00|',
      'Öresavrundning|0,27|',
      'Att betala|303,00 EUR|',
      'Moms i SEK|680,25 kr|',
    ]
    expect(text).toContain(steps.join(''))
    expect(text).toContain('Bruttopris 120,00, avdrag 20,50|')
    expect(text).toContain('per 100 st|')
    expect(text).toContain('Rabatt 10 % på 248,75: |−24,88|')
    expect(text).toContain('Övrigt: |10,00|')
  })

  test('says what a credit note credits, in both languages', () => {
    const credit = fullInvoice('credit-note')
    expect(paperText(credit)).toContain('Kreditfaktura 1042')
    expect(paperText(credit)).toContain('Krediterar faktura 1040 av 2026-10-20, faktura 1041')
    expect(paperText(credit)).toContain('Att kreditera')
    expect(paperText(credit, 'en')).toContain('Credits invoice 1040 of 2026-10-20, invoice 1041')
    expect(paperText(fullInvoice('invoice'))).toContain('Avser faktura 1040 av 2026-10-20, faktura 1041')
  })

  test('says nothing of what is not there', () => {
    const bare = { kind: 'credit-note', dueDate: null, paymentAccounts: [], paymentTermsText: '' } as const
    const text = paperText(plainInvoice({ ...bare, paymentReference: '' }))
    for (const word of ['Förfallodatum', 'Betalning', 'Levererat till', 'Bilagor', 'Valuta', 'Summa rader']) {
      expect(text).not.toContain(word)
    }
    expect(text).not.toContain('Ordernummer')
  })

  test('lists attachments with their sizes, linked when they can be fetched', () => {
    const text = paperText(plainInvoice(), 'sv', files).replaceAll(/\|+/g, '|')
    expect(text).toContain('Bilagor|tidrapport.pdf|Tidrapport november · 1,4 MB|spec.csv|1 kB|')
  })

  test('marks a draft as one, and the places where something is left; what is finished has neither', () => {
    const lines = [
      sampleLine('a', { quantity: '' }),
      sampleLine('b', { itemName: '', unitPrice: '', quantity: '3' }),
    ]
    const draft = sampleDraft({ lines, buyerReference: '' })
    const input = sampleInput({ draft, customer: null })
    const outline = outlineInvoice(input)
    const text = paperText(outline, 'sv', [], gapsOf(outline, input)).replaceAll(/\|+/g, '|')
    expect(text).toContain('Utkast – inte skickad')
    expect(text).toContain('Köpare|Inte ifyllt|')
    expect(text).toContain('Er referens|Inte ifyllt|')
    expect(text.match(/Inte ifyllt/g)).toHaveLength(5)
    expect(paperText(plainInvoice())).not.toMatch(/Utkast|Inte ifyllt/)
  })
})
