import { compare, zero } from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import { contextAt } from '../context-at.ts'
import type { JudgedDocument } from '../judged-document.ts'
import {
  customerAddressCountry,
  representativeAddressCountry,
  supplierAddressCountry,
} from '../peppol/facts.ts'
import { fatal, type Pattern } from '../rule.ts'
import { decimalOf, exists, normalText, one } from '../xpath.ts'

function isFromTheNetherlands(document: JudgedDocument): boolean {
  return document.fact(supplierAddressCountry) === 'NL'
}

function isWithinTheNetherlands(document: JudgedDocument): boolean {
  return isFromTheNetherlands(document) && document.fact(customerAddressCountry) === 'NL'
}

function isRepresentedInTheNetherlands(document: JudgedDocument): boolean {
  return isFromTheNetherlands(document) && document.fact(representativeAddressCountry) === 'NL'
}

/** NL-R: suppliers in the Netherlands, and what they write of customers and representatives there. */
export const netherlands: Pattern = [
  contextAt({
    path: 'cbc:CreditNoteTypeCode',
    documents: isFromTheNetherlands,
    rules: [
      fatal('NL-R-001', ['BT-25'], (_, { root }) =>
        exists(root, 'cac:BillingReference', 'cac:InvoiceDocumentReference', 'cbc:ID'),
      ),
    ],
  }),
  contextAt({
    path: 'cac:AccountingSupplierParty/cac:Party/cac:PostalAddress',
    documents: isFromTheNetherlands,
    rules: [fatal('NL-R-002', ['BT-35', 'BT-37', 'BT-38'], isWholeAddress)],
  }),
  contextAt({
    path: 'cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID',
    documents: isFromTheNetherlands,
    rules: [fatal('NL-R-003', ['BT-30', 'BT-30-1'], isKvkOrOin)],
  }),
  contextAt({
    path: 'cac:AccountingCustomerParty/cac:Party/cac:PostalAddress',
    documents: isWithinTheNetherlands,
    rules: [fatal('NL-R-004', ['BT-50', 'BT-52', 'BT-53'], isWholeAddress)],
  }),
  contextAt({
    path: 'cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID',
    documents: isWithinTheNetherlands,
    rules: [fatal('NL-R-005', ['BT-47', 'BT-47-1'], isKvkOrOin)],
  }),
  contextAt({
    path: 'cac:TaxRepresentativeParty/cac:PostalAddress',
    documents: isRepresentedInTheNetherlands,
    rules: [fatal('NL-R-006', ['BT-64', 'BT-66', 'BT-67'], isWholeAddress)],
  }),
  contextAt({
    path: 'cac:LegalMonetaryTotal',
    documents: isFromTheNetherlands,
    rules: [
      fatal('NL-R-007', ['BG-16', 'BT-115'], (totals, { root, named }) => {
        const payable = decimalOf(one(totals, 'cbc:PayableAmount'))
        const sign = payable === null ? null : compare(payable, zero)
        const isNothingToPay = sign === 0 || sign === (root.name === 'Invoice' ? -1 : 1)
        return isNothingToPay || named('cac:PaymentMeans').length > 0
      }),
    ],
  }),
  contextAt({
    path: 'cac:PaymentMeans',
    documents: isWithinTheNetherlands,
    rules: [
      fatal('NL-R-008', ['BT-81'], (means) =>
        ['30', '48', '49', '57', '58', '59'].includes(normalText(one(means, 'cbc:PaymentMeansCode'))),
      ),
    ],
  }),
  contextAt({
    path: 'cac:OrderLineReference/cbc:LineID',
    documents: isFromTheNetherlands,
    rules: [
      fatal('NL-R-009', ['BT-132', 'BT-13'], (_, { root }) => exists(root, 'cac:OrderReference', 'cbc:ID')),
    ],
  }),
]

function isWholeAddress(address: UblElement): boolean {
  return ['cbc:StreetName', 'cbc:CityName', 'cbc:PostalZone'].every((name) => exists(address, name))
}

/** KVK is the register of companies (0106), OIN that of public bodies (0190). */
function isKvkOrOin(id: UblElement): boolean {
  const scheme = ` ${id.attribute('schemeID') ?? ''} `
  return (scheme.includes(' 0106 ') || scheme.includes(' 0190 ')) && normalText(id) !== ''
}
