import type { Invoice, InvoiceAccount } from '#lib/invoice/model.ts'
import { branch, leaf, type Part } from './tree.ts'

/** Credit transfer, for every kind of account. SE-R-011, SE-R-012, UBL-SR-47. */
export const creditTransfer = '30'

/** Its name, told once. UBL-SR-46. */
export const creditTransferName = 'Credit transfer'

/** What stands for the bank (BT-86) of a giro. */
export const giroBranches = { bankgiro: 'SE:BANKGIRO', plusgiro: 'SE:PLUSGIRO' } as const

/**
 * One PaymentMeans for each account (BG-16, BG-17), all with the same reference; only the first bears a name, and in
 * a credit note the due date (BT-9, UBL-SR-45). Without an account there is none: code 30 demands one (BR-61).
 */
export function writePaymentMeans(invoice: Invoice): readonly Part[] {
  const due = invoice.kind === 'credit-note' ? (invoice.dueDate ?? '') : ''
  return invoice.paymentAccounts.map((account, index) =>
    branch('cac:PaymentMeans', [
      leaf('cbc:PaymentMeansCode', creditTransfer, { name: index === 0 ? creditTransferName : '' }),
      leaf('cbc:PaymentDueDate', index === 0 ? due : ''),
      leaf('cbc:PaymentID', invoice.paymentReference),
      writeAccount(account),
    ]),
  )
}

/** PaymentTerms (BT-20). */
export function writePaymentTerms(invoice: Invoice): Part {
  return branch('cac:PaymentTerms', [leaf('cbc:Note', invoice.paymentTermsText)])
}

function writeAccount(account: InvoiceAccount): Part {
  const institution = account.kind === 'iban' ? account.bic : giroBranches[account.kind]
  return branch('cac:PayeeFinancialAccount', [
    leaf('cbc:ID', account.number),
    leaf('cbc:Name', account.holder),
    branch('cac:FinancialInstitutionBranch', [leaf('cbc:ID', institution)]),
  ])
}
