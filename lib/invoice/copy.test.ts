import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { toShortestText } from '#lib/core/decimal.ts'
import { composeInvoice } from './compose.ts'
import { type CopySource, canCopy, copyDraft } from './copy.ts'
import { type DraftLine, emptyDraft, emptyLine, type InvoiceDraft } from './draft.ts'
import { invoiceStates } from './lifecycle.ts'
import { sampleAccounts, sampleCustomer, sampleDraft, sampleInput, sampleLine } from './sample-input.ts'
import { draftTotals } from './totals.ts'

const today = isoDateOf('2026-12-03')
const defaults = {
  lineKey: 'new',
  invoiceNumber: '1043',
  issueDate: today,
  paymentTermsDays: '30',
  sellerContactName: 'Bo Al',
  paymentAccountIds: ['pg'],
}
const reached = {
  ...sampleCustomer,
  electronicAddresses: [
    { scheme: '0007', id: '2120009903' },
    { scheme: '0088', id: '7300009900019' },
  ],
}

/** An invoice in which nothing is left as a new one has it, so that what a copy takes shows in every field. */
const line: DraftLine = {
  key: 'a',
  itemName: 'Städning november',
  quantity: '12,5',
  unit: 'HUR',
  unitPrice: '595',
  vatChoice: 'exempt-other',
  lineNote: 'Två plan',
  exemptionReason: 'Undantag',
  itemDescription: 'Trappor',
  sellerItemId: 'S1',
  buyerItemId: 'B1',
  standardItemId: '7310000000017',
  classificationList: 'STI',
  classificationCode: '90910000',
  originCountry: 'SE',
  attributes: [{ name: 'Färg', value: 'Vit' }],
  periodStart: '2026-11-01',
  periodEnd: '2026-11-15',
  orderLineReference: '3',
  accountingReference: '4010',
  objectReference: 'HUS 2',
  adjustments: [
    { key: 'x', isCharge: false, reasonCode: '95', reason: 'Rabatt', value: '5', unit: 'percent' },
  ],
  baseQuantity: '10',
  grossPrice: '600',
  priceDiscount: '5',
}
const earlier: InvoiceDraft = {
  version: 1,
  kind: 'credit-note',
  customerId: sampleCustomer.customerId,
  invoiceNumber: '1042',
  invoiceNumberEdited: true,
  issueDate: '2026-11-30',
  issueDateEdited: true,
  paymentTermsDays: '10',
  paymentTermsMode: 'end-of-month',
  dueDate: '2026-12-24',
  dueDateEdited: true,
  paymentTermsText: 'Betala när du vill.',
  paymentTermsTextEdited: true,
  buyerReference: 'FM8440',
  purchaseOrderReference: 'PO-1',
  contractReference: 'AV-1',
  salesOrderReference: 'SO-1',
  invoicedObjectReference: 'ABC123',
  invoicedObjectScheme: 'ABZ',
  projectReference: 'PR-1',
  buyerAccountingReference: '4010',
  despatchReference: 'FS-1',
  receiptReference: 'IN-1',
  tenderReference: 'UP-1',
  precedingInvoices: [{ invoiceId: '', number: '1', issueDate: '2026-01-01' }],
  buyerIdentifier: '7300009900019',
  buyerVatNumber: 'SE212000990301',
  electronicAddress: '0088:7300009900019',
  buyerContactName: 'Kim',
  buyerContactPhone: '090-1',
  buyerContactEmail: 'kim@example.se',
  sellerContactName: 'Ida Ek',
  deliveryDate: '2026-11-12',
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  deliverToName: 'Skolan',
  deliverToLocationId: '7300009900019',
  deliverToStreet: 'Gatan 1',
  deliverToStreet2: 'Fack 2',
  deliverToLine3: 'Port 3',
  deliverToPostalCode: '111 11',
  deliverToCity: 'Provköping',
  deliverToSubdivision: 'Län',
  deliverToCountry: 'NO',
  note: 'Tack för november',
  currency: 'EUR',
  exchangeRate: '11,2',
  exchangeRateDate: '2026-11-30',
  documentLanguage: 'en',
  pricesIncludeVat: true,
  adjustments: [
    { ...(line.adjustments[0] ?? fail()), key: 'y', isCharge: true, reasonCode: 'FC', vatChoice: 'rate-25' },
  ],
  paidAmount: '10',
  paymentReference: '10421',
  paymentReferenceEdited: true,
  paymentAccountIds: ['bg', 'iban'],
  lines: [line],
  templateId: 't1',
  copiedFrom: 'i0',
  toConfirm: ['contractReference'],
}

function fail(): never {
  throw new Error('the line has no discount')
}

function copied(given: Partial<InvoiceDraft> = {}, source: Partial<CopySource> = {}) {
  return copyDraft({
    invoiceId: 'i1',
    before: null,
    draft: { ...earlier, ...given },
    issueDate: isoDateOf('2026-11-30'),
    today,
    customers: [reached],
    accounts: sampleAccounts,
    defaults,
    ...source,
  })
}

/** `kept` as typed · `new` as in any new draft · `rolled`: by rules of its own, tested by themselves. */
type Fate = 'kept' | 'new' | 'rolled'

const fates: Record<keyof InvoiceDraft, Fate> = {
  version: 'kept',
  customerId: 'kept',
  kind: 'kept',
  invoiceNumber: 'new',
  invoiceNumberEdited: 'new',
  issueDate: 'new',
  issueDateEdited: 'new',
  paymentTermsDays: 'kept',
  paymentTermsMode: 'kept',
  paymentTermsText: 'kept',
  paymentTermsTextEdited: 'kept',
  dueDate: 'new',
  dueDateEdited: 'new',
  currency: 'kept',
  pricesIncludeVat: 'kept',
  documentLanguage: 'kept',
  exchangeRate: 'new',
  exchangeRateDate: 'new',
  note: 'kept',
  buyerReference: 'kept',
  contractReference: 'kept',
  projectReference: 'kept',
  buyerAccountingReference: 'kept',
  invoicedObjectReference: 'kept',
  invoicedObjectScheme: 'kept',
  tenderReference: 'kept',
  buyerIdentifier: 'kept',
  buyerContactName: 'kept',
  buyerContactPhone: 'kept',
  buyerContactEmail: 'kept',
  purchaseOrderReference: 'kept',
  salesOrderReference: 'kept',
  despatchReference: 'new',
  receiptReference: 'new',
  precedingInvoices: 'new',
  sellerContactName: 'kept',
  deliverToName: 'kept',
  deliverToLocationId: 'kept',
  deliverToStreet: 'kept',
  deliverToStreet2: 'kept',
  deliverToLine3: 'kept',
  deliverToPostalCode: 'kept',
  deliverToCity: 'kept',
  deliverToSubdivision: 'kept',
  deliverToCountry: 'kept',
  deliveryDate: 'rolled',
  periodStart: 'rolled',
  periodEnd: 'rolled',
  paymentAccountIds: 'kept',
  paymentReference: 'new',
  paymentReferenceEdited: 'new',
  adjustments: 'kept',
  lines: 'rolled',
  paidAmount: 'new',
  // Read anew from the customer's card; the electronic address is kept only while the customer has it.
  buyerVatNumber: 'new',
  electronicAddress: 'kept',
  // A copy was not opened from a template, and does not count as a use of it.
  templateId: 'new',
  copiedFrom: 'rolled',
  toConfirm: 'rolled',
}

const lineFates: Record<keyof DraftLine, Fate> = {
  key: 'kept',
  itemName: 'kept',
  quantity: 'kept',
  unit: 'kept',
  unitPrice: 'kept',
  vatChoice: 'kept',
  lineNote: 'kept',
  exemptionReason: 'kept',
  itemDescription: 'kept',
  sellerItemId: 'kept',
  buyerItemId: 'kept',
  standardItemId: 'kept',
  classificationList: 'kept',
  classificationCode: 'kept',
  originCountry: 'kept',
  attributes: 'kept',
  periodStart: 'rolled',
  periodEnd: 'rolled',
  orderLineReference: 'new',
  accountingReference: 'kept',
  objectReference: 'kept',
  adjustments: 'kept',
  baseQuantity: 'kept',
  grossPrice: 'kept',
  priceDiscount: 'kept',
}

/** What each field of `after` came to, beside what the table says. */
function came<Of extends object>(before: Of, after: Of, blank: Of, fates: Record<keyof Of, Fate>) {
  return Object.entries(fates).map(([name, fate]) => {
    const field = name as keyof Of
    const said = JSON.stringify(after[field])
    if (said === JSON.stringify(before[field])) return [name, fate === 'kept' ? fate : 'kept']
    return [name, said === JSON.stringify(blank[field]) ? 'new' : 'rolled']
  })
}

describe('copyDraft', () => {
  test('takes of each field what the table says', () => {
    const { draft, gone } = copied()
    // A field that is as in a new draft could not show whether it was kept.
    const blank = emptyDraft(defaults)
    for (const name of Object.keys(fates).filter((each) => each !== 'version') as (keyof InvoiceDraft)[])
      expect(earlier[name], name).not.toEqual(blank[name])
    expect(came(earlier, draft, blank, fates)).toEqual(Object.entries(fates))
    expect(gone).toEqual({ customer: false, accounts: 0 })
  })

  test('takes of each cell of a line what the table says', () => {
    const [after] = copied().draft.lines
    expect(came(line, after ?? emptyLine('none'), emptyLine('b'), lineFates)).toEqual(
      Object.entries(lineFates),
    )
    expect(after).toMatchObject({ periodStart: '2026-12-01', periodEnd: '2026-12-15' })
  })

  test('rolls its period and delivery forward, and takes today’s date and the number proposed', () => {
    expect(copied().draft).toMatchObject({
      invoiceNumber: '1043',
      issueDate: '2026-12-03',
      deliveryDate: '2026-12-12',
      periodStart: '2026-12-01',
      periodEnd: '2026-12-31',
    })
  })

  test('keeps a text about payment only when it was written by hand', () => {
    expect(copied({ paymentTermsTextEdited: false }).draft.paymentTermsText).toBe('')
  })

  test('leaves out empty lines, and begins with one where there was nothing', () => {
    expect(copied({ lines: [line, emptyLine('b')] }).draft.lines.map(({ key }) => key)).toEqual(['a'])
    expect(copied({ lines: [] }).draft.lines.map(({ key }) => key)).toEqual(['new'])
  })

  test('takes the usual where the earlier one said nothing', () => {
    const { draft } = copied({ sellerContactName: ' ', currency: '', paymentTermsDays: '' })
    expect(draft).toMatchObject({ sellerContactName: 'Bo Al', currency: 'SEK', paymentTermsDays: '30' })
  })

  test('a customer that is gone is no longer the recipient, and is told of', () => {
    const { draft, gone } = copied({}, { customers: [] })
    expect(draft).toMatchObject({ customerId: '', electronicAddress: '' })
    expect(gone.customer).toBe(true)
    expect(copied({ customerId: '' }, { customers: [] }).gone.customer).toBe(false)
  })

  test('an account that is gone is left out and told of; with none left the usual one stands', () => {
    const [bankgiro, plusgiro] = sampleAccounts
    const withBankgiro = copied({}, { accounts: sampleAccounts.filter((each) => each === bankgiro) })
    expect(withBankgiro.draft.paymentAccountIds).toEqual(['bg'])
    expect(withBankgiro.gone.accounts).toBe(1)
    const withNone = copied({}, { accounts: sampleAccounts.filter((each) => each === plusgiro) })
    expect(withNone.draft.paymentAccountIds).toEqual(['pg'])
    expect(withNone.gone.accounts).toBe(2)
  })

  test('an electronic address that the customer no longer has is chosen anew', () => {
    expect(copied({}, { customers: [sampleCustomer] }).draft.electronicAddress).toBe('')
  })

  test('evaluates a dated VAT rate again: food that had 6 % has 12 % from 2028', () => {
    const food = sampleDraft({ lines: [sampleLine('a', { vatChoice: 'food' })] })
    const rateOf = (draft: InvoiceDraft, day: string) => {
      const composed = composeInvoice(sampleInput({ draft, today: isoDateOf(day) }))
      if (!composed.ok) throw new Error(JSON.stringify(composed.details))
      return toShortestText(composed.value.lines[0]?.vatRate ?? fail())
    }
    expect(rateOf(food, '2027-12-15')).toBe('6')
    const later = isoDateOf('2028-01-10')
    const { draft } = copied(food, { today: later, defaults: { ...defaults, issueDate: later } })
    expect(rateOf(draft, later)).toBe('12')
  })

  test('changes nothing of the earlier one', () => {
    const before = JSON.stringify(earlier)
    copied()
    expect(JSON.stringify(earlier)).toBe(before)
  })

  test('comes to the same sum but for what was paid', () => {
    const whole = sampleDraft()
    expect(draftTotals(copied(whole).draft)).toEqual(draftTotals(whole))
  })
})

test('what was made ready once can be copied; a draft and what was voided cannot', () => {
  expect(invoiceStates.filter(canCopy)).toEqual(['ready', 'sent', 'answered', 'rejected', 'failed'])
})
