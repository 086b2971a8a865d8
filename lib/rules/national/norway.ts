import { contextAt } from '../context-at.ts'
import type { JudgedDocument } from '../judged-document.ts'
import { hasModulo11Digit } from '../peppol/check-digits.ts'
import { supplierCountry } from '../peppol/facts.ts'
import { fatal, type Pattern, warning } from '../rule.ts'
import { find, normalText, only } from '../xpath.ts'
import { numbersOf, onlyText, taxSchemes } from './readings.ts'

function isFromNorwegianSupplier(document: JudgedDocument): boolean {
  return document.fact(supplierCountry) === 'NO'
}

/** NO-R: what Norwegian suppliers write of themselves. */
export const norway: Pattern = [
  contextAt({
    path: 'cac:AccountingSupplierParty/cac:Party',
    documents: isFromNorwegianSupplier,
    rules: [
      warning('NO-R-002', ['BT-32'], (party) => {
        const numbers = taxSchemes(party, 'TAX').flatMap((each) => find(each, 'cbc:CompanyID'))
        return normalText(only(numbers)) === 'Foretaksregisteret'
      }),
      fatal('NO-R-001', ['BT-31'], (party) => {
        const numbers = numbersOf(taxSchemes(party, 'VAT'))
        return !numbers.some((each) => each.startsWith('NO')) || isVatNumber(onlyText(numbers))
      }),
    ],
  }),
]

function isVatNumber(text: string): boolean {
  return /^NO[0-9]{9}MVA$/.test(text) && hasModulo11Digit(text.slice(2, 11))
}
