import type { DraftAdjustment, DraftLine, InvoiceDraft } from '#lib/invoice/draft.ts'
import type { FaultCode } from '#lib/invoice/faults.ts'
import type { ComposeInput } from '#lib/invoice/outline.ts'
import type { BuyerProfile, PaymentAccount, SellerProfile } from '#lib/invoice/parties.ts'
import { sampleAccounts, sampleCompany, sampleCustomer, sampleLine } from '#lib/invoice/sample-input.ts'
import { parsePeppolId } from '#lib/party/peppol-id.ts'

/** What the form says after a way in. */
type Said = {
  /** Where the form says it: a field of the form, `company.…` for what is put right in the settings. */
  readonly field: string
  /** Our own fault that answers for the rule before a document is written, or the rule itself. */
  readonly code: FaultCode
}

/** How a rule is met: an edit of the whole sample draft as a person, the settings or the directory can make it. */
export type Way = Said & {
  readonly way: (input: ComposeInput) => ComposeInput
  /** Why the document would not break the rule even so, where the fault of another id answers for it. */
  readonly unwritten?: string
}

/** Why no form can break a rule. `tests/rules/ways-in.test.ts` tries to. */
export type Impossible = { readonly impossible: string }

type Entry = Way | Impossible

const draft =
  (change: Partial<InvoiceDraft>) =>
  (input: ComposeInput): ComposeInput => ({ ...input, draft: { ...input.draft, ...change } })
const company =
  (change: Partial<SellerProfile>) =>
  (input: ComposeInput): ComposeInput => ({ ...input, company: { ...sampleCompany, ...change } })
const customer =
  (change: Partial<BuyerProfile>) =>
  (input: ComposeInput): ComposeInput => ({ ...input, customer: { ...sampleCustomer, ...change } })
const address = (country: string) => ({ address: { ...sampleCustomer.address, country } })
const all =
  (...edits: readonly ((input: ComposeInput) => ComposeInput)[]) =>
  (input: ComposeInput): ComposeInput =>
    edits.reduce((edited, edit) => edit(edited), input)

const lines = (...given: readonly Partial<DraftLine>[]) =>
  draft({ lines: given.map((each, index) => sampleLine('abc'.charAt(index), each)) })
const discount: DraftAdjustment = {
  key: 'd',
  isCharge: false,
  reasonCode: '95',
  reason: '',
  value: '10',
  unit: 'amount',
}
const ofLine = (change: Partial<DraftAdjustment>) => lines({ adjustments: [{ ...discount, ...change }] })
const ofDocument = (change: Partial<DraftAdjustment>, vatChoice = '') =>
  draft({ adjustments: [{ ...discount, ...change, vatChoice }] })
const account =
  (change: Partial<PaymentAccount>, index = 0) =>
  (input: ComposeInput) => {
    const accounts = sampleAccounts.slice(index, index + 1).map((each) => ({ ...each, ...change }))
    return draft({ paymentAccountIds: accounts.map(({ id }) => id) })({ ...input, accounts })
  }

/** The customer's address in the network as the directory keeps it: what it cannot read, it does not keep. */
function sentTo(peppolId: string) {
  const read = parsePeppolId(peppolId)
  if (!read.ok) throw new Error(`${peppolId} is no address`)
  return customer({ electronicAddress: read.value })
}

/** The rule itself is said where one chooses the customer: its address is not written as its country does. */
const addressOf = (peppolId: string, code: FaultCode = 'rule-broken'): Way => ({
  way: sentTo(peppolId),
  field: 'customerId',
  code,
})

const noSellerNumber = company({ vatNumber: '', fTaxApproved: false })
const sellerNumber: Said = { field: 'company.vatNumber', code: 'seller-vat-number-missing' }
const lineWithoutNumber = (vatChoice: string): Way => ({
  way: all(noSellerNumber, lines({ vatChoice })),
  ...sellerNumber,
})
const adjustmentWithoutNumber = (isCharge: boolean, vatChoice: string): Way => ({
  way: all(
    noSellerNumber,
    lines({ vatChoice }),
    ofDocument({ isCharge, reasonCode: isCharge ? 'FC' : '95' }, vatChoice),
  ),
  ...sellerNumber,
})

/** Rules that ask the same of a line, an allowance and a charge of a VAT category: `BR-S-02`, `-03`, `-04`. */
function sellerNumberRules(category: string, vatChoice: string): Record<string, Entry> {
  return {
    [`BR-${category}-02`]: lineWithoutNumber(vatChoice),
    [`BR-${category}-03`]: adjustmentWithoutNumber(false, vatChoice),
    [`BR-${category}-04`]: adjustmentWithoutNumber(true, vatChoice),
  }
}

const unnamed = { reasonCode: '', reason: '' }
const lineUnnamed: Said = { field: 'lines.a.adjustments.d.reason', code: 'adjustment-reason-missing' }
const documentUnnamed: Said = { field: 'adjustments.d.reason', code: 'adjustment-reason-missing' }

const fromTable = 'the code follows from the VAT that was chosen, and so does the category'
const upload =
  'a file is kept only as one of six kinds, told by its bytes, and gets its number when it is written'
const computed = 'amounts, percentages and what they are of are computed together from one typed number'
const oneMeans = 'the form has one reference for all accounts, and every account is paid by credit transfer'
const onlyRates = 'the choices that are a rate have one above zero, and 0 % is a choice of another category'
const onlyKnown = 'an address whose scheme is not in the list is not read from the directory'

/**
 * Every rule that a person's input can break, by its id, in the order of `rule-fields.ts`: the way in and what the
 * form then says, or why there is none.
 */
export const waysIn: Readonly<Record<string, Entry>> = {
  'BR-52': { impossible: upload },
  'BR-CL-24': { impossible: upload },
  'PEPPOL-EN16931-CL001': { impossible: upload },
  'BR-07': { way: customer({ name: ' ' }), field: 'customerId', code: 'buyer-incomplete' },
  'BR-11': { way: customer(address('')), field: 'customerId', code: 'buyer-incomplete' },
  'BR-51': { impossible: 'the form has no payment by card, and no card number is written' },
  'BR-64': { impossible: 'an item number is written as a GTIN with its scheme, or not at all' },
  'BR-65': {
    way: lines({ classificationCode: '44111411' }),
    field: 'lines.a.classificationList',
    code: 'classification-list-missing',
  },
  'BR-57': {
    way: draft({ deliverToStreet: 'Kajen 1', deliverToCountry: ' ' }),
    field: 'deliverToCountry',
    code: 'delivery-country-unknown',
  },
  'BR-IC-12': {
    way: all(
      customer({ ...address('DE'), vatNumber: 'DE999999999' }),
      draft({ deliveryDate: '2026-11-18' }),
      lines({ vatChoice: 'eu-goods' }),
    ),
    field: 'deliverToCountry',
    code: 'delivery-country-missing',
  },
  'BR-33': { way: ofDocument(unnamed), ...documentUnnamed },
  'BR-CO-21': { way: ofDocument(unnamed), ...documentUnnamed },
  'BR-38': { way: ofDocument({ ...unnamed, isCharge: true }), ...documentUnnamed },
  'BR-CO-22': { way: ofDocument({ ...unnamed, isCharge: true }), ...documentUnnamed },
  'BR-02': {
    way: draft({ invoiceNumber: '', invoiceNumberEdited: true }),
    field: 'invoiceNumber',
    code: 'invoice-number-missing',
  },
  'BR-03': {
    way: draft({ issueDate: '', issueDateEdited: true }),
    field: 'issueDate',
    code: 'issue-date-missing',
  },
  'BR-06': { way: company({ name: '' }), field: 'company.name', code: 'company-incomplete' },
  'BR-16': { way: lines({ itemName: '', unitPrice: '' }), field: 'lines', code: 'lines-missing' },
  ...sellerNumberRules('AE', 'rc-construction'),
  ...sellerNumberRules('IC', 'eu-goods'),
  'BR-O-02': {
    way: lines({ vatChoice: 'rate-25' }, { vatChoice: 'not-registered' }),
    field: 'lines.b.vatChoice',
    code: 'vat-company-registered',
  },
  'BR-O-03': {
    way: all(lines({ vatChoice: 'rate-25' }), ofDocument({}, 'not-registered')),
    field: 'adjustments.d.vatChoice',
    code: 'adjustment-vat-missing',
  },
  'BR-O-04': {
    way: all(
      lines({ vatChoice: 'rate-25' }),
      ofDocument({ isCharge: true, reasonCode: 'FC' }, 'not-registered'),
    ),
    field: 'adjustments.d.vatChoice',
    code: 'adjustment-vat-missing',
  },
  ...sellerNumberRules('E', 'exempt-health'),
  ...sellerNumberRules('G', 'export-goods'),
  ...sellerNumberRules('S', 'rate-25'),
  ...sellerNumberRules('Z', 'zero-rated'),
  'BR-IC-11': {
    way: all(
      customer({ ...address('DE'), vatNumber: 'DE999999999' }),
      draft({ deliverToCountry: 'DE' }),
      lines({ vatChoice: 'eu-goods' }),
    ),
    field: 'deliveryDate',
    code: 'delivery-date-missing',
  },
  'BR-CO-04': { way: lines({ vatChoice: '' }), field: 'lines.a.vatChoice', code: 'vat-missing' },
  'BR-O-11': {
    way: lines({ vatChoice: 'rate-25' }, { vatChoice: 'not-registered' }),
    field: 'lines.b.vatChoice',
    code: 'vat-company-registered',
  },
  'BR-O-12': {
    way: lines({ vatChoice: 'rate-25' }, { vatChoice: 'not-registered' }),
    field: 'lines.b.vatChoice',
    code: 'vat-company-registered',
  },
  'BR-O-13': {
    way: all(lines({ vatChoice: 'not-registered' }), ofDocument({}, 'rate-25')),
    field: 'lines.a.vatChoice',
    code: 'vat-company-registered',
  },
  'BR-O-14': {
    way: all(
      lines({ vatChoice: 'not-registered' }),
      ofDocument({ isCharge: true, reasonCode: 'FC' }, 'rate-25'),
    ),
    field: 'lines.a.vatChoice',
    code: 'vat-company-registered',
  },
  'BR-22': { way: lines({ quantity: '' }), field: 'lines.a.quantity', code: 'quantity-missing' },
  'BR-23': { way: lines({ unit: '' }), field: 'lines.a.unit', code: 'unit-missing' },
  'BR-25': { way: lines({ itemName: '' }), field: 'lines.a.itemName', code: 'item-name-missing' },
  'BR-26': { way: lines({ unitPrice: '' }), field: 'lines.a.unitPrice', code: 'price-missing' },
  'BR-27': { way: lines({ unitPrice: '-595' }), field: 'lines.a.unitPrice', code: 'price-negative' },
  'BR-28': { way: lines({ grossPrice: '-595' }), field: 'lines.a.grossPrice', code: 'list-price-negative' },
  'BR-42': { way: ofLine(unnamed), ...lineUnnamed },
  'BR-CO-23': { way: ofLine(unnamed), ...lineUnnamed },
  'BR-44': { way: ofLine({ ...unnamed, isCharge: true }), ...lineUnnamed },
  'BR-CO-24': { way: ofLine({ ...unnamed, isCharge: true }), ...lineUnnamed },
  'BR-30': {
    way: lines({ periodStart: '2026-11-30', periodEnd: '2026-11-01' }),
    field: 'lines.a.periodEnd',
    code: 'line-period-reversed',
  },
  'PEPPOL-EN16931-R110': {
    way: all(draft({ periodStart: '2026-11-10' }), lines({ periodStart: '2026-11-01' })),
    field: 'lines.a.periodStart',
    code: 'line-period-starts-early',
  },
  'PEPPOL-EN16931-R111': {
    way: all(draft({ periodEnd: '2026-11-10' }), lines({ periodEnd: '2026-11-20' })),
    field: 'lines.a.periodEnd',
    code: 'line-period-ends-late',
  },
  'BR-29': {
    way: draft({ periodStart: '2026-11-30', periodEnd: '2026-11-01' }),
    field: 'periodEnd',
    code: 'period-reversed',
  },
  'BR-50': { way: account({ number: '' }), field: 'paymentAccountIds', code: 'bankgiro-faulty' },
  'BR-61': { way: account({ number: '' }), field: 'paymentAccountIds', code: 'bankgiro-faulty' },
  'SE-R-007': { way: account({ number: '40O2028' }, 1), field: 'paymentAccountIds', code: 'plusgiro-faulty' },
  'SE-R-008': { way: account({ number: '5O501055' }), field: 'paymentAccountIds', code: 'bankgiro-faulty' },
  'SE-R-009': { way: account({ number: '505010' }), field: 'paymentAccountIds', code: 'bankgiro-faulty' },
  'SE-R-010': {
    way: account({ number: '400202812' }, 1),
    field: 'paymentAccountIds',
    code: 'plusgiro-faulty',
  },
  'BR-55': {
    way: draft({
      kind: 'credit-note',
      precedingInvoices: [{ invoiceId: '', number: '', issueDate: '2026-10-01' }],
    }),
    field: 'precedingInvoices.0.number',
    code: 'original-missing',
    unwritten: 'an earlier invoice without its number is asked for, and never written',
  },
  'BR-CO-26': {
    way: company({ orgNumber: '', vatNumber: '' }),
    field: 'company.orgNumber',
    code: 'company-incomplete',
  },
  'SE-R-003': {
    way: company({ orgNumber: '55999900O8' }),
    field: 'company.orgNumber',
    code: 'company-incomplete',
  },
  'SE-R-004': {
    way: company({ orgNumber: '555999900' }),
    field: 'company.orgNumber',
    code: 'company-incomplete',
  },
  'SE-R-013': {
    way: company({ orgNumber: '5599990009' }),
    field: 'company.orgNumber',
    code: 'company-incomplete',
  },
  'BR-09': {
    way: company({ address: { ...sampleCompany.address, country: '' } }),
    field: 'company.address.country',
    code: 'company-incomplete',
  },
  'BR-CO-09': { way: draft({ buyerVatNumber: 'QQ999999999' }), field: 'buyerVatNumber', code: 'rule-broken' },
  'BR-AE-10': { impossible: fromTable },
  'BR-CL-22': { impossible: fromTable },
  'BR-E-10': {
    way: lines({ vatChoice: 'exempt-other' }),
    field: 'lines.a.exemptionReason',
    code: 'exemption-reason-missing',
  },
  'BR-G-10': { impossible: fromTable },
  'BR-IC-10': { impossible: fromTable },
  'BR-O-10': { impossible: fromTable },
  'BR-S-06': { impossible: onlyRates },
  'BR-S-07': { impossible: onlyRates },
  'BR-S-05': { impossible: onlyRates },
  'UBL-SR-44': { impossible: oneMeans },
  'UBL-SR-47': { impossible: oneMeans },
  'BR-CL-25': { impossible: onlyKnown },
  'PEPPOL-EN16931-CL008': { impossible: onlyKnown },
  'PEPPOL-EN16931-R003': {
    way: draft({ buyerReference: '' }),
    field: 'buyerReference',
    code: 'reference-missing',
  },
  'PEPPOL-EN16931-R005': {
    impossible: 'VAT in another currency is told only when that is another than the invoice’s',
  },
  'PEPPOL-COMMON-R046': { impossible: onlyKnown },
  'PEPPOL-EN16931-R010': {
    way: customer({ electronicAddress: null }),
    field: 'customerId',
    code: 'rule-doubted',
  },
  'PEPPOL-EN16931-R020': {
    way: company({ orgNumber: '' }),
    field: 'company.orgNumber',
    code: 'company-incomplete',
  },
  'PEPPOL-EN16931-R040': { impossible: computed },
  'PEPPOL-EN16931-R041': { impossible: computed },
  'PEPPOL-EN16931-R042': { impossible: computed },
  'PEPPOL-EN16931-R121': {
    way: lines({ baseQuantity: '0' }),
    field: 'lines.a.baseQuantity',
    code: 'base-quantity-unreadable',
  },
  'PEPPOL-EN16931-R046': { impossible: computed },
  'PEPPOL-COMMON-R040': {
    way: company({ identifyBy: 'gln', gln: '7350000000000' }),
    field: 'company.gln',
    code: 'company-incomplete',
  },
  'PEPPOL-COMMON-R041': addressOf('0192:123456789'),
  'PEPPOL-COMMON-R042': addressOf('0184:1234'),
  'PEPPOL-COMMON-R043': addressOf('0208:0123456789'),
  'PEPPOL-COMMON-R044': addressOf('0201:ABC', 'rule-doubted'),
  'PEPPOL-COMMON-R045': addressOf('0210:RSSMRA', 'rule-doubted'),
  'PEPPOL-COMMON-R047': addressOf('0211:IT123', 'rule-doubted'),
  'PEPPOL-COMMON-R050': addressOf('0151:12345678901'),
  'PEPPOL-COMMON-R052': addressOf('0096:123'),
  'PEPPOL-COMMON-R053': addressOf('0198:12345678'),
  'PEPPOL-COMMON-R054': addressOf('0106:1234', 'rule-doubted'),
  'PEPPOL-COMMON-R055': addressOf('0190:1234', 'rule-doubted'),
  'PEPPOL-COMMON-R056-1': addressOf('9944:NL123', 'rule-doubted'),
  'PEPPOL-COMMON-R057': { impossible: onlyKnown },
  'PEPPOL-COMMON-R049': {
    way: customer({ orgNumber: '2120009904' }),
    field: 'customerId',
    code: 'buyer-incomplete',
  },
  'PEPPOL-COMMON-R056-2': {
    way: draft({ buyerVatNumber: 'NL123456' }),
    field: 'buyerVatNumber',
    code: 'rule-doubted',
  },
  'SE-R-001': { way: company({ vatNumber: 'SE5599990008' }), ...sellerNumber },
  'SE-R-002': { way: company({ vatNumber: 'SE55999900O801' }), ...sellerNumber },
  'SE-R-006': { way: lines({ vatChoice: '10' }), field: 'lines.a.vatChoice', code: 'vat-not-offered' },
  'PEPPOL-EN16931-P0112': { impossible: 'the form has two kinds, a debit invoice and a credit note' },
  'PEPPOL-EN16931-P0104': { impossible: fromTable },
  'PEPPOL-EN16931-P0105': { impossible: fromTable },
  'PEPPOL-EN16931-P0106': { impossible: fromTable },
  'PEPPOL-EN16931-P0107': { impossible: fromTable },
  'PEPPOL-EN16931-P0108': { impossible: fromTable },
  'PEPPOL-EN16931-P0109': { impossible: fromTable },
  'PEPPOL-EN16931-P0110': { impossible: fromTable },
  'PEPPOL-EN16931-P0111': { impossible: fromTable },
}

/** The rules with a way in. */
export const taken: readonly (readonly [string, Way])[] = Object.entries(waysIn).flatMap(([id, entry]) =>
  'way' in entry ? [[id, entry] as const] : [],
)

/** The rules that no form can break. */
export const barred: ReadonlySet<string> = new Set(
  Object.entries(waysIn).flatMap(([id, entry]) => ('impossible' in entry ? [id] : [])),
)
