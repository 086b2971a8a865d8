import type { Pattern } from '../rule.ts'
import { allowanceOrCharge, amountInCurrency, directDebit, priceDiscount } from './amounts.ts'
import {
  amount,
  date,
  electronicAddress,
  file,
  type PeppolCodeLists,
  reasons,
  vatPointDate,
} from './codes.ts'
import { accountingCurrency, creditNote, everyElement, wholeDocument } from './document.ts'
import { partyIdentifiers } from './identifiers.ts'
import { line, linePeriodEnd, linePeriodStart, priceUnit } from './lines.ts'
import { customer, supplier } from './parties.ts'
import { creditNoteKind, exemptions, invoiceKind } from './processes.ts'
import { swedishPattern } from './sweden.ts'

/**
 * The rules of Peppol BIS Billing 3.0.21 but for those of other countries, in their published patterns and order, with
 * given code lists: PEPPOL-EN16931, PEPPOL-COMMON and SE-R. A browser gives lists cut to what a form offers.
 */
export function peppolGeneralPatterns(lists: PeppolCodeLists): readonly Pattern[] {
  return [[everyElement], [creditNote], transaction, swedishPattern, codesPattern(lists)]
}

const transaction: Pattern = [
  wholeDocument,
  accountingCurrency,
  customer,
  supplier,
  allowanceOrCharge,
  directDebit,
  amountInCurrency,
  linePeriodStart,
  linePeriodEnd,
  line,
  priceDiscount,
  priceUnit,
  ...partyIdentifiers,
]

function codesPattern(lists: PeppolCodeLists): Pattern {
  return [
    file(lists),
    ...reasons(lists),
    vatPointDate(lists),
    amount(lists),
    invoiceKind(lists.invoiceTypes),
    creditNoteKind(lists.creditNoteTypes),
    date,
    electronicAddress(lists),
    ...exemptions,
  ]
}
