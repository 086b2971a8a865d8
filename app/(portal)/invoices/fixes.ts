import { isEuCountry } from '#lib/codelists/countries.ts'
import { isVatChoice, isZeroVatChoice, unregisteredVatChoice } from '#lib/codelists/vat-choices.ts'
import { readAmount } from '#lib/core/amount-input.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { isNegative, negate, toShortestText } from '#lib/core/decimal.ts'
import { checkDraft } from '#lib/invoice/check-draft.ts'
import { type InvoiceDraft, isEmptyLine } from '#lib/invoice/draft.ts'
import type { FaultCode } from '#lib/invoice/faults.ts'
import type { BuyerProfile } from '#lib/invoice/parties.ts'
import { draftDates, dueDateOf } from '#lib/invoice/terms.ts'
import { isPersonalNumber, parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import { suggestVatNumber } from '#lib/party/vat-number.ts'
import { withAccount, withCell, withField, withLine, withTerms } from './draft-edits.ts'
import type { Fix, Problem } from './problems.ts'
import { shownAccount } from './shown-account.ts'
import type { EditorSurroundings } from './surroundings.ts'

type Scene = {
  readonly draft: InvoiceDraft
  readonly surroundings: EditorSurroundings
  readonly customer: BuyerProfile | null
}

type Maker = (problem: Problem, scene: Scene) => Fix | null

/**
 * The mend for a problem of a draft, from what the form knows: null when there is none, or when the problem would
 * still be there after it.
 */
export function fixOf(problem: Problem, draft: InvoiceDraft, surroundings: EditorSurroundings): Fix | null {
  const customer = surroundings.customers.find((each) => each.customerId === draft.customerId) ?? null
  const fix = makers[problem.code as FaultCode]?.(problem, { draft, surroundings, customer }) ?? null
  if (fix === null) return null
  const { company, accounts, today } = surroundings
  const after = checkDraft({ draft: fix.edit(draft), company, accounts, customer, today })
  return after.some(({ field, code }) => field === problem.field && code === problem.code) ? null : fix
}

/** The number of the series, which moves on when it is taken: not one that somebody has chosen by hand. */
function numberFix(number: string): Fix {
  const edit = (draft: InvoiceDraft) => ({ ...draft, invoiceNumber: number, invoiceNumberEdited: false })
  return { kind: 'number', value: number, field: 'invoiceNumber', edit }
}

const dueByTerms: Maker = (_, { draft, surroundings }) => {
  const { issueDate, termsDays } = draftDates(draft, surroundings.today)
  if (issueDate === null) return null
  const dueDate = termsDays === null ? issueDate : dueDateOf(issueDate, termsDays, draft.paymentTermsMode)
  return {
    kind: 'dueDate',
    value: dueDate,
    field: 'dueDate',
    edit: (before) =>
      termsDays === null ? withField(before, 'dueDate', dueDate) : withTerms(before, before.paymentTermsDays),
  }
}

const companysAccount: Maker = (_, { surroundings }) => {
  const [account] = surroundings.accounts
  if (account === undefined) return null
  return {
    kind: 'account',
    value: shownAccount(account),
    field: 'paymentAccountIds',
    edit: (draft) => withAccount(draft, account.id, true),
  }
}

const rightReference: Maker = ({ params }) => {
  const value = String(params.suggestion ?? '')
  const edit = (draft: InvoiceDraft) => withField(draft, 'paymentReference', value)
  return value === '' ? null : { kind: 'reference', value, field: 'paymentReference', edit }
}

/** Only what a Swedish company most likely has; a person's number is not made up. */
const likelyVatNumber: Maker = ({ params }, { customer }) => {
  const isDomestic = String(params.choice).startsWith('rc')
  const read = parseOrganisationNumber(customer?.orgNumber ?? '')
  if (!isDomestic || customer?.address.country !== 'SE' || !read.ok || isPersonalNumber(read.value))
    return null
  const value = suggestVatNumber(read.value)
  const edit = (draft: InvoiceDraft) => withField(draft, 'buyerVatNumber', value)
  return { kind: 'buyerVatNumber', value, field: 'buyerVatNumber', edit }
}

/** A deduction is a number of things below zero, never a price below zero (BR-27). */
const movedMinus: Maker = ({ field }, { draft }) => {
  const line = lineAt(field, draft)
  const [price, quantity] = [readAmount(line?.unitPrice ?? ''), readAmount(line?.quantity ?? '')]
  if (line === undefined || price.kind !== 'value' || quantity.kind !== 'value') return null
  // Two minuses are a mistake of another sort.
  if (isNegative(quantity.value)) return null
  const typed = (value: typeof price.value) => toShortestText(negate(value)).replace('.', ',')
  const change = { unitPrice: typed(price.value), quantity: typed(quantity.value) }
  const edit = (before: InvoiceDraft) => withLine(before, line.key, change)
  return { kind: 'minus', value: change.quantity, field: `lines.${line.key}.quantity`, edit }
}

/** The VAT that fits the company and where the customer is; of a Swedish customer only what another line tells. */
const fittingVat: Maker = ({ field, code }, { draft, surroundings, customer }) => {
  const line = lineAt(field, draft)
  if (line === undefined) return null
  const rates = draft.lines
    .filter((each) => each !== line && !isEmptyLine(each))
    .map((each) => each.vatChoice)
  const isWanted = (choice: string) =>
    isVatChoice(choice) && (isZeroVatChoice(choice) || code === 'vat-missing')
  const value = surroundings.company.vatRegistered
    ? code === 'vat-company-registered'
      ? 'rate-25'
      : (rates.find(isWanted) ?? reasonAbroad(customer?.address.country ?? 'SE'))
    : unregisteredVatChoice
  if (value === null || value === line.vatChoice) return null
  const edit = (before: InvoiceDraft) => withCell(before, line.key, 'vatChoice', value)
  return { kind: 'vat', value, field: `lines.${line.key}.vatChoice`, edit }
}

/** Services are what small companies sell abroad; goods are a choice of one's own, for they ask where they went. */
function reasonAbroad(country: string): string | null {
  if (country === 'SE') return null
  return isEuCountry(country) ? 'eu-service' : 'service-outside-eu'
}

/** The rate of food is that of the day it is delivered: told, it is no longer assumed. */
const toldDelivery: Maker = ({ params }) => {
  const value = String(params.date ?? '') as IsoDate
  const edit = (draft: InvoiceDraft) => withField(draft, 'deliveryDate', value)
  return { kind: 'deliveryDate', value, field: 'deliveryDate', edit }
}

function lineAt(field: string, draft: InvoiceDraft): InvoiceDraft['lines'][number] | undefined {
  const [, key] = field.split('.')
  return draft.lines.find((line) => line.key === key)
}

const makers: Partial<Readonly<Record<FaultCode, Maker>>> = {
  'invoice-number-missing': (_, { draft, surroundings }) => numberFix(surroundings.proposals[draft.kind]),
  'invoice-number-taken': ({ params }) => (params.next === undefined ? null : numberFix(String(params.next))),
  'invoice-number-kept': ({ params }) =>
    params.number === undefined ? null : numberFix(String(params.number)),
  'due-date-missing': dueByTerms,
  'due-date-early': dueByTerms,
  'account-missing': companysAccount,
  'ocr-check-digit': rightReference,
  'ocr-length-digit': rightReference,
  'buyer-vat-number-missing': likelyVatNumber,
  'price-negative': movedMinus,
  'vat-missing': fittingVat,
  'vat-reason-missing': fittingVat,
  'vat-company-registered': fittingVat,
  'vat-company-unregistered': fittingVat,
  'vat-needs-swedish-buyer': fittingVat,
  'vat-needs-eu-buyer': fittingVat,
  'vat-needs-outside-buyer': fittingVat,
  'vat-date-assumed': toldDelivery,
}
