import { expect, test } from 'vitest'
import { invoicingForm } from './invoicing.ts'

const filled = {
  invoicePrefix: 'F{yyyy}-',
  invoiceNext: '1 042',
  invoiceMinDigits: '1',
  creditPrefix: 'K',
  creditNext: '1',
  creditMinDigits: '3',
  terms: '30',
  interestText: '',
  defaultVatChoice: 'rate-25',
  accountingCurrency: 'SEK',
  footer: '',
}

test('the series and the terms are read as they are stored', () => {
  const { invoice, 'credit-note': credit, defaultTermsDays } = invoicingForm.parse(filled)
  expect(invoice).toEqual({ prefix: 'F{åååå}-', next: 1042, minDigits: 1 })
  expect(credit).toEqual({ prefix: 'K', next: 1, minDigits: 3 })
  expect(defaultTermsDays).toBe(30)
  expect(invoicingForm.parse({ ...filled, terms: 'other', termsDays: '7' }).defaultTermsDays).toBe(7)
})

test.each([
  ['a prefix with a space', { invoicePrefix: 'F 1' }, 'invoicePrefix', 'prefix-characters'],
  ['the year twice', { creditPrefix: '{åå}{åå}' }, 'creditPrefix', 'prefix-characters'],
  ['another placeholder', { invoicePrefix: '{mm}' }, 'invoicePrefix', 'prefix-characters'],
  ['a long prefix', { invoicePrefix: 'FAKTURA-1' }, 'invoicePrefix', 'prefix-long'],
  ['number zero', { invoiceNext: '0' }, 'invoiceNext', 'series-next-range'],
  ['letters as number', { creditNext: 'ett' }, 'creditNext', 'series-next-range'],
  ['eleven digits', { invoiceMinDigits: '11' }, 'invoiceMinDigits', 'min-digits-range'],
  ['366 days', { terms: 'other', termsDays: '366' }, 'termsDays', 'terms-days-unreadable'],
  ['a footer of 201 characters', { footer: 'a'.repeat(201) }, 'footer', 'too-long'],
])('%s is a fault at its field', (_case, changes, field, code) => {
  const parsed = invoicingForm.safeParse({ ...filled, ...changes })
  expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([[field, code]])
})
