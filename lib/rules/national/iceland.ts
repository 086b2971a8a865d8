import type { UblElement } from '#lib/ubl/tree.ts'
import { contextAt } from '../context-at.ts'
import type { JudgedDocument } from '../judged-document.ts'
import { customerAddressCountryText, supplierAddressCountryText } from '../peppol/facts.ts'
import { fatal, type Pattern, warning } from '../rule.ts'
import { exists, find, isDateText, lengthOf, normalText, one, only, someText, textOf } from '../xpath.ts'
import { attributesAt } from './readings.ts'

// The Icelandic rules look at the country codes as they are written: `is` is not Iceland here.
function isFromIcelandicSupplier(document: JudgedDocument): boolean {
  return document.fact(supplierAddressCountryText) === 'IS'
}

function isBetweenIcelanders(document: JudgedDocument): boolean {
  return isFromIcelandicSupplier(document) && document.fact(customerAddressCountryText) === 'IS'
}

/** IS-R: Icelandic suppliers, and what they write of Icelandic customers. */
export const iceland: Pattern = [
  contextAt({
    path: '/*',
    documents: isFromIcelandicSupplier,
    rules: [
      warning('IS-R-001', ['BT-3'], (root) =>
        ['cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode'].some((name) =>
          ['380', '381'].includes(normalText(one(root, name))),
        ),
      ),
      fatal('IS-R-002', ['BT-30'], (root) => hasKennitala(root, 'cac:AccountingSupplierParty', 'cac:Party')),
      fatal('IS-R-003', ['BT-35', 'BT-38'], (root) =>
        hasStreetAndPostCode(root, 'cac:AccountingSupplierParty', 'cac:Party'),
      ),
      fatal('IS-R-006', ['BT-81', 'BT-84'], (root) => hasAccountOfTwelve(root, '9')),
      fatal('IS-R-007', ['BT-81', 'BT-84'], (root) => hasAccountOfTwelve(root, '42')),
      fatal('IS-R-008', ['BT-122'], (root) => {
        const finalDates = finalDueDates(root)
        if (finalDates.length === 0) return true
        const date = textOf(only(finalDates.flatMap((each) => find(each, 'cbc:ID'))))
        return lengthOf(date) === 10 && isDateText(date)
      }),
      fatal(
        'IS-R-009',
        ['BT-122', 'BT-9'],
        (root) => finalDueDates(root).length === 0 || exists(root, 'cbc:DueDate'),
      ),
      // Both are compared as texts, which is right for days written as they should be.
      fatal('IS-R-010', ['BT-122', 'BT-9'], (root) => {
        const finalDates = finalDueDates(root)
        const dates = finalDates.flatMap((each) => find(each, 'cbc:ID'))
        return (
          finalDates.length === 0 ||
          find(root, 'cbc:DueDate').some((due) => dates.some((final) => textOf(due) <= textOf(final)))
        )
      }),
    ],
  }),
  contextAt({
    path: '/*/cac:AccountingCustomerParty',
    documents: isBetweenIcelanders,
    rules: [
      fatal('IS-R-004', ['BT-47'], (customer) => hasKennitala(customer, 'cac:Party')),
      fatal('IS-R-005', ['BT-50', 'BT-53'], (customer) => hasStreetAndPostCode(customer, 'cac:Party')),
    ],
  }),
]

/** References that give the last day to pay without interest, `eindagi`. */
function finalDueDates(root: UblElement): readonly UblElement[] {
  return find(root, 'cac:AdditionalDocumentReference').filter((each) =>
    someText(each, 'EINDAGI', 'cbc:DocumentDescription'),
  )
}

/** The legal identifier in the Icelandic scheme. */
function hasKennitala(element: UblElement, ...party: readonly string[]): boolean {
  return attributesAt(element, 'schemeID', ...party, 'cac:PartyLegalEntity', 'cbc:CompanyID').includes('0196')
}

function hasStreetAndPostCode(element: UblElement, ...party: readonly string[]): boolean {
  return (
    exists(element, ...party, 'cac:PostalAddress', 'cbc:StreetName') &&
    exists(element, ...party, 'cac:PostalAddress', 'cbc:PostalZone')
  )
}

/** Whoever is paid by this code tells the one account, of twelve characters. */
function hasAccountOfTwelve(root: UblElement, code: string): boolean {
  const means = find(root, 'cac:PaymentMeans').filter((each) => someText(each, code, 'cbc:PaymentMeansCode'))
  if (means.length === 0) return true
  const accounts = means.flatMap((each) => find(each, 'cac:PayeeFinancialAccount', 'cbc:ID'))
  return lengthOf(normalText(only(accounts))) === 12
}
