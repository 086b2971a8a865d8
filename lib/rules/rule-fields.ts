/** Who can break a rule: somebody who fills in the form, or only a fault in what we write. */
export type RuleReach = 'form' | 'builder'

/** What a broken rule has to do with the form. */
export type RuleFields = {
  readonly reach: RuleReach
  /** The form's fields, `line.` on the invoice line; empty where the form has none for it. */
  readonly fields: readonly string[]
}

// Fields → the rules about them, both with spaces between: the browser loads this, and most fields have many rules.
const rulesByFields: Readonly<Record<RuleReach, Readonly<Record<string, string>>>> = {
  form: {
    attachment: 'BR-52 BR-CL-24 PEPPOL-EN16931-CL001',
    buyer: 'BR-07 BR-11',
    '': 'BR-51 BR-64 BR-65',
    deliverTo: 'BR-57 BR-IC-12',
    allowance: 'BR-33 BR-CO-21',
    charge: 'BR-38 BR-CO-22',
    invoiceNumber: 'BR-02',
    issueDate: 'BR-03',
    seller: 'BR-06',
    line: 'BR-16',
    'line.vatCategory seller.vatNumber buyer.vatNumber': 'BR-AE-02 BR-IC-02 BR-O-02',
    'allowance.vatCategory seller.vatNumber buyer.vatNumber': 'BR-AE-03 BR-IC-03 BR-O-03',
    'charge.vatCategory seller.vatNumber buyer.vatNumber': 'BR-AE-04 BR-IC-04 BR-O-04',
    'line.vatCategory seller.vatNumber': 'BR-E-02 BR-G-02 BR-S-02 BR-Z-02',
    'allowance.vatCategory seller.vatNumber': 'BR-E-03 BR-G-03 BR-S-03 BR-Z-03',
    'charge.vatCategory seller.vatNumber': 'BR-E-04 BR-G-04 BR-S-04 BR-Z-04',
    'deliveryDate invoicingPeriod': 'BR-IC-11',
    'line.vatCategory': 'BR-CO-04 BR-O-11 BR-O-12',
    'allowance.vatCategory': 'BR-O-13',
    'charge.vatCategory': 'BR-O-14',
    'line.quantity': 'BR-22',
    'line.unit': 'BR-23',
    'line.itemName': 'BR-25',
    'line.netPrice': 'BR-26 BR-27',
    'line.grossPrice': 'BR-28',
    'line.allowance': 'BR-42 BR-CO-23',
    'line.charge': 'BR-44 BR-CO-24',
    'line.invoicingPeriod': 'BR-30 PEPPOL-EN16931-R110 PEPPOL-EN16931-R111',
    invoicingPeriod: 'BR-29',
    paymentAccount: 'BR-50 BR-61 SE-R-007 SE-R-008 SE-R-009 SE-R-010',
    precedingInvoice: 'BR-55',
    'seller.orgNumber': 'BR-CO-26 SE-R-003 SE-R-004 SE-R-013',
    sellerAddress: 'BR-09',
    'seller.vatNumber buyer.vatNumber': 'BR-CO-09',
    vatBreakdown: 'BR-AE-10 BR-CL-22 BR-E-10 BR-G-10 BR-IC-10 BR-O-10',
    'allowance.vatRate': 'BR-S-06',
    'charge.vatRate': 'BR-S-07',
    'line.vatRate': 'BR-S-05',
    paymentReference: 'UBL-SR-44',
    paymentMeans: 'UBL-SR-47',
    'seller.electronicAddress buyer.electronicAddress': 'BR-CL-25 PEPPOL-EN16931-CL008',
    'buyerReference purchaseOrderReference': 'PEPPOL-EN16931-R003',
    currency: 'PEPPOL-EN16931-R005',
    'buyer.electronicAddress': 'PEPPOL-COMMON-R046 PEPPOL-EN16931-R010',
    'seller.electronicAddress': 'PEPPOL-EN16931-R020',
    'allowance charge line.allowance line.charge':
      'PEPPOL-EN16931-R040 PEPPOL-EN16931-R041 PEPPOL-EN16931-R042',
    'line.baseQuantity': 'PEPPOL-EN16931-R121',
    'line.netPrice line.grossPrice': 'PEPPOL-EN16931-R046',
    'buyer.electronicAddress seller.electronicAddress': 'PEPPOL-COMMON-R040',
    'buyer.electronicAddress buyer.orgNumber':
      'PEPPOL-COMMON-R041 PEPPOL-COMMON-R042 PEPPOL-COMMON-R043 PEPPOL-COMMON-R044 PEPPOL-COMMON-R045 PEPPOL-COMMON-R047 PEPPOL-COMMON-R050 PEPPOL-COMMON-R052 PEPPOL-COMMON-R053 PEPPOL-COMMON-R054 PEPPOL-COMMON-R055 PEPPOL-COMMON-R056-1 PEPPOL-COMMON-R057',
    'buyer.electronicAddress buyer.orgNumber seller.electronicAddress seller.orgNumber': 'PEPPOL-COMMON-R049',
    'buyer.vatNumber': 'PEPPOL-COMMON-R056-2',
    'seller.vatNumber': 'SE-R-001 SE-R-002',
    'line.vatRate allowance.vatRate charge.vatRate': 'SE-R-006',
    kind: 'PEPPOL-EN16931-P0112',
    'line.vatCategory vatBreakdown':
      'PEPPOL-EN16931-P0104 PEPPOL-EN16931-P0105 PEPPOL-EN16931-P0106 PEPPOL-EN16931-P0107 PEPPOL-EN16931-P0108 PEPPOL-EN16931-P0109 PEPPOL-EN16931-P0110 PEPPOL-EN16931-P0111',
  },
  builder: {
    'buyer.electronicAddress buyer': 'BR-63',
    allowance: 'BR-31 BR-32 BR-CO-11 BR-DEC-01 BR-DEC-02 BR-DEC-10',
    charge: 'BR-36 BR-37 BR-CO-12 BR-DEC-05 BR-DEC-06 BR-DEC-11',
    sumOfLines: 'BR-12 BR-DEC-09',
    totalWithoutVat: 'BR-13 BR-DEC-12',
    totalWithVat: 'BR-14 BR-DEC-14',
    amountDue: 'BR-15 BR-DEC-18',
    'sumOfLines line.lineNetAmount': 'BR-CO-10',
    'totalWithoutVat line.lineNetAmount allowance charge': 'BR-CO-13',
    'amountDue totalWithVat paidAmount rounding': 'BR-CO-16',
    paidAmount: 'BR-DEC-16',
    rounding: 'BR-DEC-17',
    customizationId: 'BR-01 PEPPOL-EN16931-R004',
    kind: 'BR-04 BR-CL-01 PEPPOL-EN16931-P0100 PEPPOL-EN16931-P0101',
    currency: 'BR-05 BR-53 BR-CL-03 BR-CL-04 PEPPOL-EN16931-CL007 PEPPOL-EN16931-R051',
    sellerAddress: 'BR-08',
    buyer: 'BR-10',
    vatBreakdown:
      'BR-45 BR-46 BR-47 BR-48 BR-AE-01 BR-AE-08 BR-AE-09 BR-CO-17 BR-CO-18 BR-DEC-19 BR-DEC-20 BR-E-01 BR-E-08 BR-E-09 BR-G-01 BR-G-08 BR-G-09 BR-IC-01 BR-IC-08 BR-IC-09 BR-O-01 BR-O-08 BR-O-09 BR-S-01 BR-S-08 BR-S-09 BR-S-10 BR-Z-01 BR-Z-08 BR-Z-09 BR-Z-10 PEPPOL-EN16931-R053',
    'totalWithVat totalWithoutVat totalVat': 'BR-CO-15',
    totalVat: 'BR-DEC-13 PEPPOL-EN16931-R054 PEPPOL-EN16931-R055',
    '': 'BR-CL-13 BR-CL-21 BR-DEC-15 PEPPOL-EN16931-R008 UBL-DT-01',
    line: 'BR-21',
    'line.lineNetAmount': 'BR-24 BR-DEC-23 PEPPOL-EN16931-R120',
    'line.allowance': 'BR-41 BR-DEC-24 BR-DEC-25',
    'line.charge': 'BR-43 BR-DEC-27 BR-DEC-28',
    'line.invoicingPeriod': 'BR-CO-20',
    invoicingPeriod: 'BR-CO-19',
    paymentMeans: 'BR-49 BR-CL-16 SE-R-011 SE-R-012 UBL-SR-46',
    'seller.electronicAddress seller': 'BR-62',
    'totalVat vatBreakdown': 'BR-CO-14',
    'allowance.vatRate': 'BR-AE-06 BR-E-06 BR-G-06 BR-IC-06 BR-O-06 BR-Z-06',
    'charge.vatRate': 'BR-AE-07 BR-E-07 BR-G-07 BR-IC-07 BR-O-07 BR-Z-07',
    'line.vatRate': 'BR-AE-05 BR-E-05 BR-G-05 BR-IC-05 BR-O-05 BR-Z-05',
    'seller.vatNumber seller.fTaxApproved': 'UBL-SR-42',
    'attachment projectReference': 'UBL-SR-43',
    attachment: 'UBL-DT-06 UBL-DT-07',
    'seller.vatNumber seller.fTaxApproved buyer.vatNumber': 'UBL-SR-53',
    'line.vatCategory': 'BR-CL-18 UBL-SR-48',
    precedingInvoice: 'UBL-SR-07',
    'seller buyer': 'BR-CL-10',
    'seller.orgNumber buyer.orgNumber': 'BR-CL-11',
    'sellerAddress buyer deliverTo': 'BR-CL-14',
    'allowance.vatCategory charge.vatCategory vatBreakdown': 'BR-CL-17',
    'allowance line.allowance': 'BR-CL-19 PEPPOL-EN16931-CL002',
    'charge line.charge': 'BR-CL-20 PEPPOL-EN16931-CL003',
    'line.unit': 'BR-CL-23 PEPPOL-EN16931-R130',
    profileId: 'PEPPOL-EN16931-R001 PEPPOL-EN16931-R007',
    note: 'PEPPOL-EN16931-R002',
    'allowance charge line.allowance line.charge': 'PEPPOL-EN16931-R043',
    'line.grossPrice': 'PEPPOL-EN16931-R044',
    'seller.fTaxApproved': 'SE-R-005',
    'issueDate dueDate deliveryDate invoicingPeriod line.invoicingPeriod precedingInvoice':
      'PEPPOL-EN16931-F001',
  },
}

/** Every rule that an invoice of ours can break, by id: 123 of reach `form` and 143 of reach `builder`. */
export const ruleFields: ReadonlyMap<string, RuleFields> = new Map([
  ...entriesOf('form'),
  ...entriesOf('builder'),
])

/** The form's fields that a rule is about, the one to lead to first; none for a rule that only other invoices break. */
export function fieldsOf(id: string): readonly string[] {
  return ruleFields.get(id)?.fields ?? []
}

/** Tells whether a rule is one that an invoice of ours can break. */
export function isFormRule(id: string): boolean {
  return ruleFields.has(id)
}

function entriesOf(reach: RuleReach): (readonly [string, RuleFields])[] {
  return Object.entries(rulesByFields[reach]).flatMap(([names, ids]) => {
    const entry = { reach, fields: names === '' ? [] : names.split(' ') }
    return ids.split(' ').map((id) => [id, entry] as const)
  })
}
