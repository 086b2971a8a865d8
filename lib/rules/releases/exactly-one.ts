import { contextAt } from '../context-at.ts'
import { fatal, type Pattern } from '../rule.ts'
import { count } from '../xpath.ts'

/**
 * Where an element stands, what it has exactly one of, the business terms, and the number of the rule in a credit note
 * and in an invoice. The star is the document: `*Line` is `CreditNoteLine` or `InvoiceLine`. Steps are aggregates.
 */
type Row = readonly [
  path: string,
  child: string,
  terms: string,
  inCreditNote: number | null,
  inInvoice: number | null,
]

// biome-ignore format: one row, one line
const rows: readonly Row[] = [
  ['', 'cac:AccountingCustomerParty', 'BG-7', 140, 209],
  ['', 'cbc:*TypeCode', 'BT-3', 205, 275],
  ['', 'cbc:CustomizationID', 'BT-24', 206, 273],
  ['', 'cbc:DocumentCurrencyCode', 'BT-5', 207, 274],
  ['', 'cbc:ProfileID', 'BT-23', 208, 276],
  ['AccountingCustomerParty', 'cac:Party', 'BG-7', 141, 210],
  ['AccountingCustomerParty/Party', 'cac:PartyLegalEntity', 'BT-44', 142, 211],
  ['AccountingCustomerParty/Party', 'cac:PostalAddress', 'BG-8', 146, 215],
  ['AccountingCustomerParty/Party', 'cbc:EndpointID', 'BT-49', 150, 219],
  ['AccountingCustomerParty/Party/PartyLegalEntity', 'cbc:RegistrationName', 'BT-44', 143, 212],
  ['AccountingCustomerParty/Party/PartyTaxScheme/TaxScheme', 'cbc:ID', 'BT-48', 144, 213],
  ['AccountingCustomerParty/Party/PartyTaxScheme', 'cbc:CompanyID', 'BT-48', 145, 214],
  ['AccountingCustomerParty/Party/PostalAddress/AddressLine', 'cbc:Line', 'BT-163', 147, 216],
  ['AccountingCustomerParty/Party/PostalAddress', 'cac:Country', 'BT-55', 148, 217],
  ['AccountingCustomerParty/Party/PostalAddress/Country', 'cbc:IdentificationCode', 'BT-55', 149, 218],
  ['AccountingSupplierParty', 'cac:Party', 'BG-4', 151, 220],
  ['AccountingSupplierParty/Party', 'cac:PartyLegalEntity', 'BT-27', 152, 221],
  ['AccountingSupplierParty/Party', 'cac:PostalAddress', 'BG-5', 156, 225],
  ['AccountingSupplierParty/Party', 'cbc:EndpointID', 'BT-34', 160, 229],
  ['AccountingSupplierParty/Party/PartyLegalEntity', 'cbc:RegistrationName', 'BT-27', 153, 222],
  ['AccountingSupplierParty/Party/PartyTaxScheme/TaxScheme', 'cbc:ID', 'BT-31 BT-32', 154, 223],
  ['AccountingSupplierParty/Party/PartyTaxScheme', 'cbc:CompanyID', 'BT-31 BT-32', 155, 224],
  ['AccountingSupplierParty/Party/PostalAddress/AddressLine', 'cbc:Line', 'BT-162', 157, 226],
  ['AccountingSupplierParty/Party/PostalAddress', 'cac:Country', 'BT-40', 158, 227],
  ['AccountingSupplierParty/Party/PostalAddress/Country', 'cbc:IdentificationCode', 'BT-40', 159, 228],
  ['AdditionalDocumentReference/Attachment/ExternalReference', 'cbc:URI', 'BT-124', 161, 230],
  ['AllowanceCharge', 'cac:TaxCategory', 'BT-95 BT-102', 162, 231],
  ['AllowanceCharge/TaxCategory', 'cac:TaxScheme', 'BT-95 BT-102', 163, 232],
  ['AllowanceCharge/TaxCategory', 'cbc:ID', 'BT-95 BT-102', 165, 234],
  ['AllowanceCharge/TaxCategory/TaxScheme', 'cbc:ID', 'BT-95 BT-102', 164, 233],
  ['BillingReference', 'cac:InvoiceDocumentReference', 'BG-3', 166, 235],
  ['*Line/DocumentReference', 'cbc:DocumentTypeCode', 'BT-128', 167, 240],
  ['*Line', 'cac:Item', 'BG-31', 168, null],
  ['*Line', 'cac:Price', 'BG-29', 177, 249],
  ['*Line', 'cbc:CreditedQuantity', 'BT-129', 178, null],
  ['*Line', 'cbc:InvoicedQuantity', 'BT-129', null, 250],
  ['*Line', 'cbc:LineExtensionAmount', 'BT-131', 179, 251],
  ['*Line/Item/AdditionalItemProperty', 'cbc:Value', 'BT-161', 169, 241],
  ['*Line/Item', 'cac:ClassifiedTaxCategory', 'BG-30', 170, 242],
  ['*Line/Item', 'cbc:Name', 'BT-153', 176, 248],
  ['*Line/Item/ClassifiedTaxCategory', 'cac:TaxScheme', 'BT-151', 171, 243],
  ['*Line/Item/ClassifiedTaxCategory', 'cbc:ID', 'BT-151', 173, 245],
  ['*Line/Item/ClassifiedTaxCategory/TaxScheme', 'cbc:ID', 'BT-151', 172, 244],
  ['*Line/Item/CommodityClassification', 'cbc:ItemClassificationCode', 'BT-158', 174, 246],
  ['*Line/Item/OriginCountry', 'cbc:IdentificationCode', 'BT-159', 175, 247],
  ['Delivery/DeliveryLocation/Address/AddressLine', 'cbc:Line', 'BT-165', 180, 236],
  ['Delivery/DeliveryLocation/Address', 'cac:Country', 'BT-80', 181, 237],
  ['Delivery/DeliveryLocation/Address/Country', 'cbc:IdentificationCode', 'BT-80', 182, 238],
  ['Delivery/DeliveryParty', 'cac:PartyName', 'BT-70', 183, 239],
  ['LegalMonetaryTotal', 'cbc:LineExtensionAmount', 'BT-106', 184, 252],
  ['LegalMonetaryTotal', 'cbc:TaxExclusiveAmount', 'BT-109', 185, 253],
  ['LegalMonetaryTotal', 'cbc:TaxInclusiveAmount', 'BT-112', 186, 254],
  ['PayeeParty/PartyLegalEntity', 'cbc:CompanyID', 'BT-61', 187, 255],
  ['PayeeParty', 'cac:PartyName', 'BT-59', 188, 256],
  ['PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch', 'cbc:ID', 'BT-86', 189, 257],
  ['PaymentMeans/PayeeFinancialAccount', 'cbc:ID', 'BT-84', 190, 258],
  ['PaymentMeans/PaymentMandate/PayerFinancialAccount', 'cbc:ID', 'BT-91', 191, 259],
  ['PaymentTerms', 'cbc:Note', 'BT-20', 192, 260],
  ['TaxRepresentativeParty', 'cac:PartyName', 'BT-62', 193, 261],
  ['TaxRepresentativeParty', 'cac:PartyTaxScheme', 'BT-63', 194, 262],
  ['TaxRepresentativeParty', 'cac:PostalAddress', 'BG-12', 197, 265],
  ['TaxRepresentativeParty/PartyTaxScheme/TaxScheme', 'cbc:ID', 'BT-63', 195, 263],
  ['TaxRepresentativeParty/PartyTaxScheme', 'cbc:CompanyID', 'BT-63', 196, 264],
  ['TaxRepresentativeParty/PostalAddress/AddressLine', 'cbc:Line', 'BT-164', 198, 266],
  ['TaxRepresentativeParty/PostalAddress', 'cac:Country', 'BT-69', 199, 267],
  ['TaxRepresentativeParty/PostalAddress/Country', 'cbc:IdentificationCode', 'BT-69', 200, 268],
  ['TaxTotal/TaxSubtotal/TaxCategory', 'cac:TaxScheme', 'BT-118', 201, 269],
  ['TaxTotal/TaxSubtotal/TaxCategory', 'cbc:ID', 'BT-118', 203, 271],
  ['TaxTotal/TaxSubtotal/TaxCategory/TaxScheme', 'cbc:ID', 'BT-118', 202, 270],
  ['TaxTotal/TaxSubtotal', 'cbc:TaxableAmount', 'BT-116', 204, 272],
]

/** What an element at a path of a document has exactly one of, and the rule that says so. */
export type Need = {
  readonly rule: string
  /** As `contextAt` takes it: `/Invoice/cac:PaymentTerms`. */
  readonly path: string
  readonly child: string
  readonly terms: readonly string[]
}

/** All that credit notes and invoices have exactly one of. */
export const needs: readonly Need[] = ['CreditNote', 'Invoice'].flatMap((root) =>
  rows.flatMap(([path, child, terms, inCreditNote, inInvoice]) => {
    const number = root === 'CreditNote' ? inCreditNote : inInvoice
    if (number === null) return []
    const steps = path === '' ? [] : path.split('/').map((step) => `cac:${step.replace('*', root)}`)
    return {
      rule: `PEPPOL-EN16931-R${number}`,
      path: ['', root, ...steps].join('/'),
      child: child.replace('*', root),
      terms: terms.split(' '),
    }
  }),
)

/** PEPPOL-EN16931-R140 to R276: what the structure of a bill asks for is there once. */
export const exactlyOne: Pattern = [...new Set(needs.map(({ path }) => path))].map((path) =>
  contextAt({
    path,
    rules: needs
      .filter((need) => need.path === path)
      .map(({ rule, terms, child }) => fatal(rule, terms, (element) => count(element, child) === 1)),
  }),
)
