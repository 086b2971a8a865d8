import { describe, expect, test } from 'vitest'
import { toFixedText } from '#lib/core/decimal.ts'
import { checkDraft } from './check-draft.ts'
import { composeInvoice } from './compose.ts'
import { creditDraft, customerAsOn, remainingOf } from './credit.ts'
import type { InvoiceDraft } from './draft.ts'
import type { Invoice } from './model.ts'
import type { ComposeInput } from './outline.ts'
import { sampleCompany, sampleCustomer, sampleDraft, sampleInput, sampleLine } from './sample-input.ts'

function composed(draft: InvoiceDraft, given: Partial<ComposeInput> = {}): Invoice {
  const result = composeInvoice(sampleInput({ draft, ...given }))
  if (!result.ok) throw new Error(JSON.stringify(result.details))
  return result.value
}

const note = 'Kreditering av faktura 1042.'
const defaults = { lineKey: 'k', customerId: sampleCustomer.customerId, paymentAccountIds: ['bg'] }
const discount = {
  key: 'x',
  isCharge: false,
  reasonCode: '95',
  reason: '',
  value: '7,5',
  unit: 'percent',
} as const

/** The fourth worked example: discounts, a charge and a price per hundred, to whole kronor. */
const original = sampleDraft({
  purchaseOrderReference: 'PO-1',
  despatchReference: 'F1',
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  deliverToCountry: 'SE',
  adjustments: [{ ...discount, value: '5', vatChoice: '' }],
  lines: [
    sampleLine('a', { quantity: '2500', unitPrice: '48,60', baseQuantity: '100', adjustments: [discount] }),
    sampleLine('b', {
      quantity: '3',
      unitPrice: '640',
      unit: 'HUR',
      adjustments: [{ ...discount, isCharge: true, reasonCode: 'ABK', value: '250', unit: 'amount' }],
    }),
  ],
})
const rounding = { ...sampleCompany, roundToKrona: true }

function credited(draft: InvoiceDraft, given: Partial<ComposeInput> = {}, withDraft = true) {
  const invoice = composed(draft, given)
  const credit = creditDraft({
    original: invoice,
    originalInvoiceId: 'id-1',
    note,
    defaults,
    ...(withDraft ? { originalDraft: draft } : {}),
  })
  return { invoice, credit }
}

describe('creditDraft', () => {
  test('gives the sums of the original, its rounding too, whatever the company rounds to now', () => {
    const { invoice, credit } = credited(original, { company: rounding })
    const remaining = remainingOf(invoice, [])
    const written = composed(credit, { number: 'K1', remaining })
    expect(written.totals).toEqual(invoice.totals)
    expect(written.vatBreakdown).toEqual(invoice.vatBreakdown)
    expect(written.lines).toEqual(invoice.lines)
    expect(written.adjustments).toEqual(invoice.adjustments)
  })

  test('brings along what the original was about, and names it', () => {
    const { credit } = credited(original)
    expect(credit).toMatchObject({
      kind: 'credit-note',
      note,
      purchaseOrderReference: 'PO-1',
      despatchReference: 'F1',
      periodEnd: '2026-11-30',
      deliverToCountry: 'SE',
      precedingInvoices: [{ invoiceId: 'id-1', number: '1042', issueDate: '2026-11-20' }],
      invoiceNumber: '',
      dueDateEdited: false,
    })
  })

  test('prices typed including VAT come to the same sum', () => {
    const lines = [
      sampleLine('a', { quantity: '3', unitPrice: '199' }),
      sampleLine('b', { quantity: '7', unitPrice: '99,90', vatChoice: 'rate-12' }),
      sampleLine('c', { unitPrice: '149', vatChoice: 'rate-6' }),
    ]
    const { invoice, credit } = credited(sampleDraft({ lines, pricesIncludeVat: true }))
    const written = composed(credit, { remaining: remainingOf(invoice, []) })
    expect(toFixedText(written.totals.amountDue, 2)).toBe('1445.30')
    expect(written.totals).toEqual(invoice.totals)
  })

  test('a dated rate is frozen, and reasons for 0 % stay', () => {
    const lines = [
      sampleLine('a', { vatChoice: 'food', periodEnd: '2026-03-01' }),
      sampleLine('b', { vatChoice: 'exempt-health' }),
      sampleLine('c', { vatChoice: 'exempt-other', exemptionReason: 'Bidrag' }),
    ]
    const { invoice, credit } = credited(sampleDraft({ lines }))
    expect(credit.lines.map((line) => [line.vatChoice, line.exemptionReason])).toEqual([
      ['rate-12', ''],
      ['exempt-health', ''],
      ['exempt-other', 'Bidrag'],
    ])
    expect(composed(credit).vatBreakdown).toEqual(invoice.vatBreakdown)
  })

  test.each([
    'rc-construction',
    'exempt-health',
    'exempt-finance',
    'export-goods',
    'outside-vat',
    'zero-rated',
  ])('without what was typed, %s keeps its group and reason', (vatChoice) => {
    const draft = sampleDraft({ lines: [sampleLine('a', { vatChoice })], deliverToCountry: 'NO' })
    const { invoice, credit } = credited(draft, {}, false)
    expect(composed(credit).vatBreakdown).toEqual(invoice.vatBreakdown)
  })

  test('in euro at the rate of the original, kept or worked out', () => {
    const euros = { currency: 'EUR', exchangeRate: '11,2345', paymentAccountIds: ['iban'] }
    for (const withDraft of [true, false]) {
      const { invoice, credit } = credited(sampleDraft(euros), {}, withDraft)
      expect(composed(credit).vatAccounting).toEqual(invoice.vatAccounting)
      expect(credit.exchangeRateDate).toBe('2026-11-20')
    }
  })

  test('the customer is named as on the original, and reached where it is now', () => {
    const { invoice } = credited(original)
    const electronicAddress = { scheme: '0088', id: '7350000000009' }
    const now = { ...sampleCustomer, name: 'Nya kommunen', orgNumber: '2399990015', electronicAddress }
    expect(customerAsOn(invoice, now)).toMatchObject({
      name: 'Provköpings kommun',
      orgNumber: '2120009903',
      electronicAddress,
    })
  })
})

describe('remainingOf', () => {
  test('is the original less its credit notes, and no more can be credited', () => {
    const { invoice, credit } = credited(original, { company: rounding })
    const [first, second] = credit.lines
    if (first === undefined || second === undefined) throw new Error('two lines are needed')
    const part = { ...credit, lines: [{ ...first, quantity: '1000' }] }
    const written = composed(part, { remaining: remainingOf(invoice, []), company: rounding })
    expect(
      [written.totals.totalWithVat, written.totals.rounding].map((each) => toFixedText(each, 2)),
    ).toEqual(['533.84', '0.16'])
    const remaining = remainingOf(invoice, [written])
    expect(remaining.groups.map((group) => toFixedText(group.taxableAmount, 2))).toEqual(['2702.11'])
    expect(toFixedText(remaining.totalWithVat, 2)).toBe('3377.64')
    const rest = { ...credit, lines: [{ ...first, quantity: '1500' }, second] }
    const codes = (draft: InvoiceDraft) =>
      checkDraft({ ...sampleInput({ draft }), remaining }).map(({ ruleId }) => ruleId)
    expect(codes(rest)).toEqual([])
    expect(codes(credit)).toEqual(['T-12'])
    expect(codes({ ...rest, lines: [{ ...first, quantity: '1501' }, second] })).toEqual(['T-12'])
  })
})
