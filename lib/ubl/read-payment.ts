import { parseIsoDate } from '#lib/core/dates.ts'
import type { Invoice, InvoiceAccount } from '#lib/invoice/model.ts'
import type { DocumentReader, Place } from './document-reader.ts'
import { childrenNamed, type UblElement } from './tree.ts'
import { creditTransfer, creditTransferName, giroBranches } from './write-payment.ts'

const accountId = 'cac:PayeeFinancialAccount/cbc:ID'
const institution = 'cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID'

/**
 * PaymentMeans and PaymentTerms (BG-16, BG-17, BT-20, BT-83). The reference is the first there is, another one is
 * left; so is all of a payment without an account. Without a giro in the bank's place the account is an IBAN,
 * whatever its number looks like.
 */
export function readPayment(
  reader: DocumentReader,
  root: UblElement,
): Pick<Invoice, 'paymentReference' | 'paymentAccounts' | 'paymentTermsText'> {
  const { all, withAccount } = meansOf(reader, root)
  const reference = 'cbc:PaymentID'
  const referred = firstWith(reader, withAccount, reference) ?? firstWith(reader, all, reference)
  const paymentReference = reader.look(referred, reference)
  return {
    paymentReference,
    paymentAccounts: withAccount.map((each, index) => {
      reader.constant(each, 'cbc:PaymentMeansCode', creditTransfer)
      if (index === 0) reader.constantAttribute(each, 'cbc:PaymentMeansCode', 'name', creditTransferName)
      reader.constant(each, reference, paymentReference)
      return readAccount(reader, each)
    }),
    paymentTermsText: reader.text(root, 'cac:PaymentTerms/cbc:Note'),
  }
}

/** The due date of a credit note (BT-9), which stands with the payment: the first there is. */
export function readPaymentDueDate(reader: DocumentReader, root: UblElement): Invoice['dueDate'] {
  const { all, withAccount } = meansOf(reader, root)
  const path = 'cbc:PaymentDueDate'
  const dated = firstWith(reader, withAccount, path)
  return dated === null
    ? parseIsoDate(reader.look(firstWith(reader, all, path), path))
    : reader.date(dated, path)
}

function meansOf(reader: DocumentReader, root: UblElement) {
  const all = childrenNamed(root, 'cac:PaymentMeans')
  return { all, withAccount: all.filter((each) => reader.look(each, accountId) !== '') }
}

function firstWith(reader: DocumentReader, elements: readonly UblElement[], path: string): Place {
  return elements.find((each) => reader.look(each, path) !== '') ?? null
}

function readAccount(reader: DocumentReader, means: UblElement): InvoiceAccount {
  const giro = (['bankgiro', 'plusgiro'] as const).find((kind) =>
    reader.constant(means, institution, giroBranches[kind]),
  )
  return {
    kind: giro ?? 'iban',
    number: reader.text(means, accountId),
    holder: reader.text(means, 'cac:PayeeFinancialAccount/cbc:Name'),
    bic: giro === undefined ? reader.text(means, institution) : '',
  }
}
