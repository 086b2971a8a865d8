import { describe, expect, test } from 'vitest'
import { decimal } from '#lib/core/decimal.ts'
import { checkDraft, type DraftInput } from './check-draft.ts'
import type { DraftAdjustment, DraftLine, InvoiceDraft } from './draft.ts'
import { sampleAccounts, sampleCustomer, sampleDraft, sampleInput, sampleLine } from './sample-input.ts'

function faults(draft: Partial<InvoiceDraft>, given: Partial<DraftInput> = {}): readonly string[] {
  return checkDraft({ ...sampleInput({ draft: sampleDraft(draft) }), ...given }).map(
    (fault) => `${fault.ruleId} ${fault.level} ${fault.field} ${fault.code}`,
  )
}

const period = { periodStart: '2026-11-01', periodEnd: '2026-11-30' }
const euros = { currency: 'EUR', exchangeRate: '11,2345', paymentAccountIds: ['iban'] } as const
const original = { invoiceId: '', number: '1001', issueDate: '2026-10-01' }

describe('checkDraft, the document', () => {
  test.each<[string, Partial<InvoiceDraft>, readonly string[]]>([
    [
      'a credit note of nothing',
      { kind: 'credit-note' },
      ['T-11 stop precedingInvoices.0.number original-missing'],
    ],
    [
      'a credit note of an undated invoice',
      { kind: 'credit-note', precedingInvoices: [{ ...original, issueDate: '' }] },
      ['T-11 stop precedingInvoices.0.issueDate original-date-missing'],
    ],
    [
      'a credit note without terms, due date and account',
      { kind: 'credit-note', precedingInvoices: [original], paymentTermsDays: '', paymentAccountIds: [] },
      [],
    ],
    ['an earlier invoice without a date', { precedingInvoices: [{ ...original, issueDate: '' }] }, []],
    [
      'an earlier invoice without a number',
      { precedingInvoices: [{ ...original, number: '' }] },
      ['T-11 stop precedingInvoices.0.number original-missing'],
    ],
    [
      'a row for an earlier invoice that is blank',
      { precedingInvoices: [{ ...original, number: '', issueDate: '' }] },
      [],
    ],
    [
      'an order of our own alone',
      { buyerReference: '', salesOrderReference: 'S1' },
      ['PEPPOL-EN16931-R003 stop buyerReference reference-missing'],
    ],
    [
      'a message with what reads as a code',
      { note: 'Se rum #12B# och sal 4' },
      ['BR-CL-08 stop note note-code'],
    ],
    ['a message with number signs that are none', { note: 'Order #4711# och #12B#' }, []],
    ['a message with one number sign', { note: 'Rum #12' }, []],
    [
      'a text that says other days',
      { paymentTermsText: '10 dagar netto', paymentTermsTextEdited: true },
      ['T-37 warn paymentTermsText terms-text-differs'],
    ],
    [
      'a text that says the same days',
      { paymentTermsText: 'Betalas inom 30 dagar', paymentTermsTextEdited: true },
      [],
    ],
    [
      'a place whose GLN is wrong',
      { deliverToLocationId: '7350000000006' },
      ['T-34 stop deliverToLocationId location-faulty'],
    ],
    [
      'an unknown country',
      { deliverToCountry: 'XX' },
      ['BR-57 stop deliverToCountry delivery-country-unknown'],
    ],
    ['a street without a country', { deliverToStreet: 'Storgatan 1' }, []],
    [
      'an address that is gone',
      { electronicAddress: '0088:7350000000009' },
      ['T-03 stop electronicAddress electronic-address-gone'],
    ],
    [
      'a VAT number that is none',
      { buyerVatNumber: 'SE5599990008' },
      ['BR-CO-09 stop buyerVatNumber buyer-vat-number-faulty'],
    ],
    ['paid more than the total', { paidAmount: '9300' }, ['T-38 warn paidAmount paid-amount-exceeds']],
    ['paid below zero', { paidAmount: '-1' }, ['T-14 stop paidAmount paid-amount-negative']],
    ['paid in tenths of öre', { paidAmount: '1,234' }, ['T-15 stop paidAmount paid-amount-decimals']],
    ['euro that is whole', euros, []],
    ['euro without a rate', { ...euros, exchangeRate: '' }, ['T-29 stop exchangeRate exchange-rate-missing']],
    ['euro at nothing', { ...euros, exchangeRate: '0' }, ['T-14 stop exchangeRate exchange-rate-unreadable']],
    [
      'euro at seven decimals',
      { ...euros, exchangeRate: '11,1234567' },
      ['T-15 stop exchangeRate exchange-rate-decimals'],
    ],
    ['a rate on no day', { ...euros, exchangeRateDate: 'x' }, ['T-07 stop exchangeRateDate date-unreadable']],
    ['a day of a rate that nobody needs', { exchangeRateDate: 'x' }, []],
    [
      'euro to a bankgiro',
      { ...euros, paymentAccountIds: ['bg'] },
      ['T-30 warn paymentAccountIds account-kronor-only'],
    ],
  ])('%s', (_, draft, expected) => {
    expect(faults(draft)).toEqual(expected)
  })

  test('a number far beyond the next one is told of, with what it skips', () => {
    const draft = sampleDraft({ invoiceNumber: '2001', invoiceNumberEdited: true })
    const [warning] = checkDraft({ ...sampleInput({ draft }), nextNumber: '1043' })
    expect(warning).toMatchObject({ ruleId: 'T-05', params: { from: '1043', to: '2000' } })
    expect(faults({ invoiceNumber: '1043', invoiceNumberEdited: true }, { nextNumber: '1043' })).toEqual([])
  })

  test('a BIC is of its account, and there for euro', () => {
    const iban = { id: 'iban', kind: 'iban', number: 'SE4550000000058398257466', ocrMode: 'none' } as const
    const wrong = ['T-26 stop paymentAccountIds bic-faulty']
    expect(faults(euros, { accounts: [iban] })).toEqual(wrong)
    expect(faults({ paymentAccountIds: ['iban'] }, { accounts: [iban] })).toEqual([])
    expect(faults({ paymentAccountIds: ['iban'] }, { accounts: [{ ...iban, bic: 'NDEAFIHH' }] })).toEqual(
      wrong,
    )
  })

  test('an address the customer has may be chosen', () => {
    const gln = { scheme: '0088', id: '7350000000009' }
    const customer = { ...sampleCustomer, electronicAddresses: [gln] }
    expect(faults({ electronicAddress: '0088:7350000000009' }, { customer })).toEqual([])
  })

  test.each([
    ['10421', 'check-digit', []],
    ['10426', 'check-digit', ['T-27 stop paymentReference ocr-check-digit']],
    ['1000017x', 'check-digit', ['T-27 stop paymentReference ocr-characters']],
    ['', 'none', ['T-27 stop paymentReference payment-reference-missing']],
    ['Anna', 'none', []],
    ['104257', 'length-digit', ['T-28 stop paymentReference ocr-length-digit']],
    ['10421', 'length-digit', ['T-28 stop paymentReference ocr-length-digit']],
    ['10421', 'fixed:8', ['T-28 stop paymentReference ocr-length']],
  ] as const)('the reference %j by %s', (paymentReference, ocrMode, expected) => {
    const accounts = sampleAccounts.map((account) => ({ ...account, ocrMode }))
    expect(faults({ paymentReference, paymentReferenceEdited: true }, { accounts })).toEqual(expected)
  })

  test('a wrong OCR comes with the right one, and a number too long for its account is told of', () => {
    const accounts = sampleAccounts.map((account) => ({ ...account, ocrMode: 'fixed:8' as const }))
    const edited = sampleDraft({ paymentReference: '00010426', paymentReferenceEdited: true })
    expect(checkDraft({ ...sampleInput({ draft: edited }), accounts })[0]?.params).toEqual({
      digit: '1',
      suggestion: '00010421',
    })
    expect(faults({ invoiceNumber: '12345678' }, { accounts })).toEqual([
      'T-28 stop paymentReference ocr-number-long',
    ])
  })

  test('a credit stays within what is left, with an öre of slack for each credit', () => {
    const draft = { kind: 'credit-note', precedingInvoices: [original] } as const
    const rest = (taxableAmount: string) => ({
      groups: [{ category: 'S', rate: decimal('25'), taxableAmount: decimal(taxableAmount) } as const],
      totalWithVat: decimal('9296.88'),
      slack: decimal('0.01'),
      whole: { totalWithVat: decimal('9296.88'), rounding: decimal('0') },
    })
    expect(faults(draft, { remaining: rest('7437.49') })).toEqual([])
    expect(faults(draft, { remaining: rest('7437.48') })).toEqual(['T-12 stop lines credit-too-large'])
    expect(faults({ ...draft, lines: [sampleLine('a', { quantity: '-1' })] })).toEqual([
      'T-13 stop lines credit-below-zero',
    ])
  })
})

const discount: DraftAdjustment = {
  key: 'x',
  isCharge: false,
  reasonCode: '95',
  reason: '',
  value: '10',
  unit: 'percent',
}

describe('checkDraft, discounts and charges', () => {
  test.each<[Partial<DraftAdjustment>, readonly string[]]>([
    [{}, []],
    [{ value: '12,5 %' }, []],
    [{ value: '' }, ['BR-31 value adjustment-value-missing']],
    [{ value: 'lite' }, ['T-14 value adjustment-unreadable']],
    [{ value: '-5' }, ['T-14 value adjustment-negative']],
    [{ value: '0' }, ['T-14 value adjustment-percent']],
    [{ value: '100,1' }, ['T-14 value adjustment-percent']],
    [{ value: '1,12345' }, ['T-15 value adjustment-decimals']],
    [{ value: '1,123', unit: 'amount' }, ['T-15 value adjustment-decimals']],
    [{ reasonCode: '' }, ['BR-CO-21 reason adjustment-reason-missing']],
    [{ reasonCode: '', reason: 'Trogen kund' }, []],
    [{ isCharge: true }, ['BR-CO-21 reason adjustment-reason-missing']],
  ])('%j', (given, expected) => {
    const each = { ...discount, ...given }
    const found = (draft: Partial<InvoiceDraft>, field: string) =>
      checkDraft(sampleInput({ draft: sampleDraft(draft) })).map((fault) => {
        expect(fault.field.startsWith(field)).toBe(true)
        return `${fault.ruleId} ${fault.field.slice(field.length)} ${fault.code}`
      })
    expect(found({ adjustments: [{ ...each, vatChoice: '' }] }, 'adjustments.x.')).toEqual(expected)
    const lines = [sampleLine('a', { adjustments: [each] })]
    expect(found({ lines }, 'lines.a.adjustments.x.')).toEqual(expected)
  })

  test("the VAT of a document's discount is none, or one of the company's", () => {
    const by = (vatChoice: string) => faults({ adjustments: [{ ...discount, vatChoice }] })
    const missing = ['BR-32 stop adjustments.x.vatChoice adjustment-vat-missing']
    expect([by('rate-25'), by('rate-13'), by('exempt-other'), by('not-registered')]).toEqual([
      [],
      missing,
      missing,
      missing,
    ])
  })
})

describe('checkDraft, details of a line', () => {
  test.each<[Partial<DraftLine>, readonly string[]]>([
    [{ grossPrice: '100', priceDiscount: '10', unitPrice: '' }, []],
    [{ priceDiscount: '10' }, ['T-14 grossPrice list-price-missing']],
    [{ grossPrice: '100', priceDiscount: '110' }, ['BR-27 priceDiscount list-price-low']],
    [{ grossPrice: '-1' }, ['BR-28 grossPrice list-price-negative']],
    [{ grossPrice: 'x' }, ['T-14 grossPrice list-price-unreadable']],
    [{ baseQuantity: '100' }, []],
    [{ baseQuantity: '0' }, ['PEPPOL-EN16931-R121 baseQuantity base-quantity-unreadable']],
    [{ vatChoice: 'exempt-other' }, ['T-21 exemptionReason exemption-reason-missing']],
    [{ vatChoice: 'exempt-other', exemptionReason: 'Bidrag' }, []],
    [{ standardItemId: '73500002' }, ['T-34 standardItemId gtin-faulty']],
    [{ classificationCode: '44112200' }, ['BR-65 classificationList classification-list-missing']],
    [{ classificationCode: '44112200', classificationList: 'STI' }, []],
    [{ originCountry: 'XX' }, ['BR-CL-15 originCountry origin-country-unknown']],
    [{ attributes: [{ name: 'Färg', value: '' }] }, ['BR-54 attributes.0.value attribute-value-missing']],
    [{ attributes: [{ name: '', value: 'vit' }] }, ['BR-54 attributes.0.name attribute-name-missing']],
    [{ attributes: [{ name: '', value: ' ' }] }, []],
    [{ periodStart: 'x' }, ['T-07 periodStart line-date-unreadable']],
    [{ periodStart: '2026-11-05', periodEnd: '2026-11-04' }, ['BR-30 periodEnd line-period-reversed']],
    [{ periodStart: '2026-10-31' }, ['PEPPOL-EN16931-R110 periodStart line-period-starts-early']],
    [{ periodEnd: '2026-12-01' }, ['PEPPOL-EN16931-R111 periodEnd line-period-ends-late']],
    [{ periodStart: '2026-11-01', periodEnd: '2026-11-30' }, []],
  ])('%j', (given, expected) => {
    const draft = sampleDraft({ ...period, lines: [sampleLine('a', given)] })
    expect(
      checkDraft(sampleInput({ draft })).map(
        (fault) => `${fault.ruleId} ${fault.field.replace('lines.a.', '')} ${fault.code}`,
      ),
    ).toEqual(expected)
  })
})

describe('checkDraft, what looks like text and is none', () => {
  const nothing = '\u0007'
  const discount = { key: 'd', isCharge: false, reasonCode: '', value: '10', unit: 'percent' } as const

  test.each<[string, Partial<InvoiceDraft>, string]>([
    [
      'references',
      { buyerReference: nothing, purchaseOrderReference: '\u0000 ' },
      'PEPPOL-EN16931-R003 stop buyerReference reference-missing',
    ],
    [
      'a reference that says NA',
      { purchaseOrderReference: `NA${nothing}` },
      'T-10 stop purchaseOrderReference reference-says-nothing',
    ],
    [
      'the number of an earlier invoice',
      { precedingInvoices: [{ ...original, number: nothing }] },
      'T-11 stop precedingInvoices.0.number original-missing',
    ],
    [
      'an item',
      { lines: [sampleLine('a', { itemName: nothing })] },
      'BR-25 stop lines.a.itemName item-name-missing',
    ],
    [
      'a value of an item',
      { lines: [sampleLine('a', { attributes: [{ name: 'Kulör', value: nothing }] })] },
      'BR-54 stop lines.a.attributes.0.value attribute-value-missing',
    ],
    [
      'a reason for no VAT',
      { lines: [sampleLine('a', { vatChoice: 'exempt-other', exemptionReason: nothing })] },
      'T-21 stop lines.a.exemptionReason exemption-reason-missing',
    ],
    [
      'a reason for a discount',
      { adjustments: [{ ...discount, reason: nothing, vatChoice: '' }] },
      'BR-CO-21 stop adjustments.d.reason adjustment-reason-missing',
    ],
  ])('%s', (_, draft, expected) => {
    expect(faults(draft)).toEqual([expected])
  })

  test('a row of nothing for an earlier invoice is not judged', () => {
    expect(faults({ precedingInvoices: [{ invoiceId: '', number: nothing, issueDate: '' }] })).toEqual([])
  })
})
