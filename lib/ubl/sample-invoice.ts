import { isoDateOf } from '#lib/core/dates.ts'
import { decimal, zero } from '#lib/core/decimal.ts'
import type { InvoiceKind } from '#lib/invoice/draft.ts'
import type {
  EmbeddedFile,
  Invoice,
  InvoiceDocumentAdjustment,
  InvoiceLine,
  InvoiceTotals,
  InvoiceVatGroup,
} from '#lib/invoice/model.ts'
import type { Address } from '#lib/invoice/parties.ts'

const nowhere = { start: null, end: null }

/** For tests: a line with nothing but what it must have, given what differs. */
export function plainInvoiceLine(given: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    id: '1',
    lineNote: '',
    quantity: decimal('1'),
    unit: 'C62',
    lineNetAmount: decimal('100'),
    netPrice: decimal('100'),
    vatCategory: 'S',
    vatRate: decimal('25'),
    itemName: 'Målning av klassrum',
    itemDescription: '',
    sellerItemId: '',
    buyerItemId: '',
    standardItemId: '',
    classification: { list: '', code: '' },
    originCountry: '',
    attributes: [],
    period: nowhere,
    orderLineReference: '',
    accountingReference: '',
    objectReference: '',
    adjustments: [],
    baseQuantity: null,
    listPrice: null,
    ...given,
  }
}

/** For tests: sums where nothing is deducted, added, paid or rounded, given what differs. */
export function plainTotals(
  net: string,
  vat: string,
  due: string,
  given: Partial<InvoiceTotals> = {},
): InvoiceTotals {
  return {
    sumOfLines: decimal(net),
    sumOfAllowances: zero,
    sumOfCharges: zero,
    totalWithoutVat: decimal(net),
    totalVat: decimal(vat),
    totalWithVat: decimal(due),
    paidAmount: zero,
    rounding: zero,
    amountDue: decimal(due),
    ...given,
  }
}

/** For tests: an invoice of one line with nothing but what it must have, given what differs. */
export function plainInvoice(given: Partial<Invoice> = {}): Invoice {
  return {
    kind: 'invoice',
    invoiceNumber: '1042',
    issueDate: isoDateOf('2026-11-20'),
    dueDate: isoDateOf('2026-12-20'),
    currency: 'SEK',
    vatAccounting: null,
    note: '',
    buyerReference: '0123ANNA',
    purchaseOrderReference: '',
    contractReference: '',
    salesOrderReference: '',
    invoicedObject: { scheme: '', id: '' },
    projectReference: '',
    buyerAccountingReference: '',
    despatchReference: '',
    receiptReference: '',
    tenderReference: '',
    precedingInvoices: [],
    seller: {
      name: 'Exempelverkstan i Umeå AB',
      tradingName: 'Exempelverkstan',
      gln: '',
      orgNumber: '5599990008',
      vatNumber: 'SE559999000801',
      fTaxApproved: true,
      seat: 'Umeå',
      electronicAddress: { scheme: '0007', id: '5599990008' },
      address: { ...address('Verkstadsgatan 4', '903 26', 'Umeå') },
      contact: { name: 'Ida Ek', phone: '+46 90 000 00 00', email: 'faktura@example.se' },
    },
    buyer: {
      name: 'Provköpings kommun',
      tradingName: 'Provkommunen',
      orgNumber: '2120009903',
      vatNumber: 'SE212000990301',
      electronicAddress: { scheme: '0007', id: '2120009903' },
      address: { ...address('Rådhustorget 1', '111 11', 'Provköping'), street2: 'Fack 12' },
      identifier: { scheme: '', id: '' },
      contact: { name: '', phone: '', email: '' },
    },
    deliveryDate: null,
    invoicingPeriod: nowhere,
    deliverTo: { name: '', locationId: '', address: null },
    paymentTermsText: '30 dagar netto. Dröjsmålsränta enligt räntelagen.',
    paymentReference: given.invoiceNumber ?? '1042',
    paymentAccounts: [{ kind: 'bankgiro', number: '50501055', holder: '', bic: '' }],
    adjustments: [],
    lines: [plainInvoiceLine()],
    vatBreakdown: [vatGroup('100', '25')],
    totals: plainTotals('100', '25', '125'),
    ...given,
  }
}

/** For tests: an address in Sweden. */
export function address(street: string, postalCode: string, city: string): Address {
  return { street, street2: '', postalCode, city, country: 'SE' }
}

/** For tests: a group of the VAT breakdown with a rate, 25 % unless another is given. */
export function vatGroup(taxable: string, vat: string, rate = '25'): InvoiceVatGroup {
  return {
    category: 'S',
    rate: decimal(rate),
    taxableAmount: decimal(taxable),
    taxAmount: decimal(vat),
    reasonCode: '',
    reason: '',
  }
}

/** For tests: a group of the VAT breakdown without VAT, with its reason. */
export function zeroVatGroup(
  category: 'AE' | 'E' | 'O',
  taxable: string,
  reasonCode: string,
  reason: string,
): InvoiceVatGroup {
  return { category, rate: zero, taxableAmount: decimal(taxable), taxAmount: zero, reasonCode, reason }
}

/** For tests: a discount on the document of an amount in the 25 % group, given what differs. */
export function documentAdjustment(
  amount: string,
  given: Partial<InvoiceDocumentAdjustment> = {},
): InvoiceDocumentAdjustment {
  return {
    isCharge: false,
    reasonCode: '95',
    reason: 'Rabatt',
    percent: null,
    baseAmount: null,
    amount: decimal(amount),
    vatCategory: 'S',
    vatRate: decimal('25'),
    ...given,
  }
}

/** For tests: two files, a few bytes each. */
export const sampleFiles: readonly EmbeddedFile[] = [
  {
    reference: 'Bilaga 1',
    description: 'Tidrapport november',
    fileName: 'tidrapport.pdf',
    mimeCode: 'application/pdf',
    base64: 'JVBERi0xLjQK',
  },
  {
    reference: 'Bilaga 2',
    description: 'Specifikation',
    fileName: 'spec & "mer".csv',
    mimeCode: 'text/csv',
    base64: 'ZGF0dW07dGltbWFyCjIwMjYtMTEtMTY7OAo=',
  },
]

const paint: InvoiceLine = plainInvoiceLine({
  lineNote: 'Avser vecka 46,\nsal 12 och 14',
  quantity: decimal('250'),
  lineNetAmount: decimal('233.87'),
  netPrice: decimal('99.5'),
  itemName: 'Färg, matt vit',
  itemDescription: 'Hink 10 liter\nVattenburen',
  sellerItemId: 'F-100',
  buyerItemId: 'K-77',
  standardItemId: '07350000000009',
  classification: { list: 'STI', code: '44810000-1' },
  originCountry: 'FI',
  attributes: [
    { name: 'Kulör', value: 'S 0502-Y' },
    { name: 'Glans', value: 'halvblank' },
  ],
  period: { start: isoDateOf('2026-11-09'), end: isoDateOf('2026-11-15') },
  orderLineReference: 'R-10',
  accountingReference: '5460-10',
  objectReference: 'Sal 12',
  adjustments: [
    {
      isCharge: false,
      reasonCode: '95',
      reason: 'Rabatt',
      percent: decimal('10'),
      baseAmount: decimal('248.75'),
      amount: decimal('24.88'),
    },
    {
      isCharge: true,
      reasonCode: 'ABK',
      reason: 'Övrigt',
      percent: null,
      baseAmount: null,
      amount: decimal('10'),
    },
  ],
  baseQuantity: decimal('100'),
  listPrice: { grossPrice: decimal('120'), priceDiscount: decimal('20.5') },
})

const demolition: InvoiceLine = plainInvoiceLine({
  id: '2',
  itemName: 'Rivning av vägg',
  vatCategory: 'AE',
  vatRate: zero,
})

/** For tests: every field there is, filled in, with sums that are right; in euro with VAT in kronor as well. */
export function fullInvoice(kind: InvoiceKind, given: Partial<Invoice> = {}): Invoice {
  const plain = plainInvoice()
  return {
    ...plain,
    kind,
    currency: 'EUR',
    vatAccounting: { currency: 'SEK', totalVatAccounting: decimal('680.25') },
    note: 'Tack för din beställning\nVäxelkurs 11,2345 SEK/EUR (2026-11-18).',
    purchaseOrderReference: 'PO-77812',
    contractReference: 'AVT-2026-1',
    salesOrderReference: 'SO-9',
    invoicedObject: { scheme: 'AVE', id: '735999000000000006' },
    projectReference: 'P-2026-4',
    buyerAccountingReference: 'KST 220',
    despatchReference: 'FS-31',
    receiptReference: 'INL-8',
    tenderReference: 'UPP-5',
    precedingInvoices: [
      { number: '1040', issueDate: isoDateOf('2026-10-20') },
      { number: '1041', issueDate: null },
    ],
    seller: {
      ...plain.seller,
      gln: '7350000000009',
      address: { ...plain.seller.address, street2: 'Box 7', line3: 'Port C' },
    },
    buyer: {
      ...plain.buyer,
      identifier: { scheme: '0088', id: '7350000000016' },
      address: { ...plain.buyer.address, line3: 'Plan 2', subdivision: 'Norra delen' },
      contact: { name: 'Anna Berg', phone: '+46 8 000 00 00', email: 'anna.berg@example.se' },
    },
    deliveryDate: isoDateOf('2026-11-18'),
    invoicingPeriod: { start: isoDateOf('2026-11-01'), end: isoDateOf('2026-11-30') },
    deliverTo: {
      name: 'Provskolan',
      locationId: '7350000000023',
      address: { ...address('Skolvägen 7', '111 22', 'Provköping'), line3: 'Lastkaj 2' },
    },
    paymentAccounts: [
      { kind: 'bankgiro', number: '50501055', holder: '', bic: '' },
      { kind: 'plusgiro', number: '4002028', holder: '', bic: '' },
      { kind: 'iban', number: 'SE4550000000058398257466', holder: plain.seller.name, bic: 'ESSESESS' },
    ],
    adjustments: [
      documentAdjustment('11.69', {
        reason: 'Kundrabatt',
        percent: decimal('5'),
        baseAmount: decimal('233.87'),
      }),
      documentAdjustment('20', { isCharge: true, reasonCode: 'FC', reason: 'Frakt' }),
    ],
    lines: [paint, demolition],
    vatBreakdown: [
      vatGroup('242.18', '60.55'),
      zeroVatGroup('AE', '100', 'VATEX-EU-AE', 'Omvänd betalningsskyldighet'),
    ],
    totals: plainTotals('342.18', '60.55', '402.73', {
      sumOfLines: decimal('333.87'),
      sumOfAllowances: decimal('11.69'),
      sumOfCharges: decimal('20'),
      paidAmount: decimal('100'),
      rounding: decimal('0.27'),
      amountDue: decimal('303'),
    }),
    ...given,
  }
}
