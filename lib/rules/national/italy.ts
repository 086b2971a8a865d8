import { contextAt } from '../context-at.ts'
import type { JudgedDocument } from '../judged-document.ts'
import { supplierCountry } from '../peppol/facts.ts'
import { fatal, type Pattern } from '../rule.ts'
import { exists, normalText, one } from '../xpath.ts'
import { taxSchemeOf } from './readings.ts'

function isFromItalianSupplier(document: JudgedDocument): boolean {
  return document.fact(supplierCountry) === 'IT'
}

/** IT-R: what Italian suppliers write of themselves. */
export const italy: Pattern = [
  contextAt({
    path: 'cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme',
    documents: isFromItalianSupplier,
    elements: (registration) => taxSchemeOf(registration) !== 'VAT',
    rules: [
      fatal('IT-R-001', ['BT-32'], (registration) =>
        /^[A-Z0-9]{11,16}$/.test(normalText(one(registration, 'cbc:CompanyID'))),
      ),
    ],
  }),
  contextAt({
    path: 'cac:AccountingSupplierParty/cac:Party',
    documents: isFromItalianSupplier,
    rules: [
      fatal('IT-R-002', ['BT-35'], (party) => exists(party, 'cac:PostalAddress', 'cbc:StreetName')),
      fatal('IT-R-003', ['BT-37'], (party) => exists(party, 'cac:PostalAddress', 'cbc:CityName')),
      fatal('IT-R-004', ['BT-38'], (party) => exists(party, 'cac:PostalAddress', 'cbc:PostalZone')),
    ],
  }),
]
