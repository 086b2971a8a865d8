import type { IsoDate } from '#lib/core/dates.ts'
import { isNegative } from '#lib/core/decimal.ts'
import { checkDocumentAdjustments } from './check-adjustments.ts'
import { checkDates } from './check-dates.ts'
import { checkDemandedFiles, checkDemands } from './check-demands.ts'
import { checkLines } from './check-lines.ts'
import { checkCompany, checkCustomer, checkElectronicAddress } from './check-parties.ts'
import { checkAccounts, checkCurrency, checkPaidAmount, checkPaymentReference } from './check-payment.ts'
import { checkDelivery, checkNote, checkPrecedingInvoices, checkReferences } from './check-references.ts'
import { checkVat } from './check-vat.ts'
import { checkRemaining, type Remaining } from './credit.ts'
import type { DemandFile } from './demands.ts'
import type { InvoiceDraft } from './draft.ts'
import { type Fault, fault } from './faults.ts'
import { skippedNumbers } from './number-series.ts'
import type { BuyerProfile, PaymentAccount, SellerProfile } from './parties.ts'
import { chosenAccounts, readDate } from './terms.ts'
import { type DraftTotalsOptions, type ReadDraft, readDraft } from './totals.ts'

/** A draft and all that decides whether it is whole. `accounts`: the company's, its default first. */
export type DraftInput = {
  readonly draft: InvoiceDraft
  readonly company: SellerProfile
  readonly customer: BuyerProfile | null
  readonly accounts: readonly PaymentAccount[]
  readonly today: IsoDate
  /** What is left to credit of the invoice a credit note names (T-12). Not given = nothing to compare with. */
  readonly remaining?: Remaining
  /** The number the series proposes (T-05). Not given = not judged. */
  readonly nextNumber?: string
  /** The files with it (PROF-03, PROF-04). Not given = not judged. */
  readonly files?: readonly DemandFile[]
}

const invoiceNumberPattern = /^[0-9A-Za-zÅÄÖåäö/-]{1,20}$/

/**
 * Judges a draft by all that *Gå vidare* demands and gives every fault at once, in the order of the form. Pure and
 * quick enough to run while somebody types. No fault of level `stop` = the draft can become an invoice.
 */
export function checkDraft(input: DraftInput): readonly Fault[] {
  const { draft, company, today } = input
  const customer = draft.customerId === '' ? null : input.customer
  const accounts = chosenAccounts(draft.paymentAccountIds, input.accounts)
  const read = readDraft(draft, totalsOptionsOf(input))
  const demands = demandsOn(input, read)
  return withDemands(demands, [
    ...checkCustomer(customer),
    ...(customer === null ? [] : checkElectronicAddress(draft.electronicAddress, customer)),
    ...checkPrecedingInvoices(draft, today),
    ...checkNumber(draft, input.nextNumber),
    ...checkDates(draft, today),
    ...checkReferences(draft),
    ...checkNote(draft, company.footer ?? ''),
    ...checkDelivery(draft),
    ...demands.fields,
    ...checkLinesAndTotal(input, read),
    ...checkVat({ draft, company, customer, today }),
    ...checkCurrency(draft, read, today),
    ...checkPaidAmount(draft, read),
    ...checkAccounts(accounts, draft),
    ...checkPaymentReference(draft, accounts),
    ...demands.files,
    ...checkCompany(company),
  ])
}

type Demands = { readonly fields: readonly Fault[]; readonly files: readonly Fault[] }

/** What the recipient itself demands, on top of what everyone does. */
function demandsOn({ draft, customer, company, today, files }: DraftInput, read: ReadDraft): Demands {
  const profile = draft.customerId === '' ? undefined : customer?.profile
  if (profile === undefined || customer === null) return { fields: [], files: [] }
  const to = { draft, profile, customer, company, today }
  return {
    fields: checkDemands(to),
    files: files === undefined ? [] : checkDemandedFiles(to, read.totals.totalWithVat, files),
  }
}

/** The references of which everyone needs one. */
const references = ['buyerReference', 'purchaseOrderReference']

/**
 * One thing said of each field: a demand waits until what everyone needs of its field is right; but where a reference is
 * missing that the recipient demands, its own sentence says more than "one of the two".
 */
function withDemands(demands: Demands, faults: readonly Fault[]): readonly Fault[] {
  if (demands.fields.length === 0) return faults
  const own = new Set(demands.fields)
  const wantsReference = demands.fields.some(
    ({ ruleId, level, field }) => ruleId === 'PROF-01' && level === 'stop' && references.includes(field),
  )
  const kept = faults.filter(({ code }) => !(wantsReference && code === 'reference-missing'))
  const stopped = new Set(
    kept.flatMap((each) => (each.level === 'stop' && !own.has(each) ? [each.field] : [])),
  )
  return kept.filter((each) => !own.has(each) || !stopped.has(each.field))
}

/** What a draft's sums are made with: the company's switch and books, and for a credit note what it credits. */
export function totalsOptionsOf({
  draft,
  company,
  today,
  remaining,
}: Pick<DraftInput, 'draft' | 'company' | 'today' | 'remaining'>): DraftTotalsOptions {
  return {
    today,
    roundToKrona: company.roundToKrona === true,
    accountingCurrency: company.accountingCurrency ?? 'SEK',
    ...(remaining === undefined || draft.kind !== 'credit-note' ? {} : { mirror: remaining.whole }),
  }
}

/** An unedited number is only a proposal: the series gives the number. */
function checkNumber(draft: InvoiceDraft, nextNumber: string | undefined): readonly Fault[] {
  const field = 'invoiceNumber'
  const number = draft.invoiceNumber.trim()
  if (number === '') return draft.invoiceNumberEdited ? [fault('invoice-number-missing', field)] : []
  if (!invoiceNumberPattern.test(number)) return [fault('invoice-number-characters', field)]
  if (!draft.invoiceNumberEdited || nextNumber === undefined) return []
  const skipped = skippedNumbers(number, nextNumber)
  return skipped === null
    ? []
    : [fault('invoice-number-skips', field, { from: skipped.from, to: skipped.to, count: skipped.count })]
}

/** The sum is judged only when every row is right: before that it says nothing. */
function checkLinesAndTotal({ draft, today, remaining }: DraftInput, read: ReadDraft): readonly Fault[] {
  const period = {
    start: readDate(draft.periodStart, today),
    end: readDate(draft.periodEnd, today),
    today,
  }
  const faults = [...checkLines(draft, period), ...checkDocumentAdjustments(draft)]
  if (faults.length > 0) return faults
  const isCredit = draft.kind === 'credit-note'
  if (isNegative(read.totals.totalWithVat)) {
    return [fault(isCredit ? 'credit-below-zero' : 'total-negative', 'lines')]
  }
  return isCredit && remaining !== undefined ? checkRemaining(read.totals, remaining) : []
}
