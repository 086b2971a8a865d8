import type { IsoDate } from '#lib/core/dates.ts'
import { toFixedText, toShortestText } from '#lib/core/decimal.ts'
import { keptFor } from '#lib/core/kept.ts'
import {
  askedFields,
  choicesOf,
  type DemandFile,
  demandsOf,
  type WantedFile,
  wantedFiles,
} from '#lib/invoice/demands.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { Fault } from '#lib/invoice/faults.ts'
import type { PaymentAccount } from '#lib/invoice/parties.ts'
import type { FieldCode, FieldDemand, RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import { chosenAccounts, draftDates, draftPaymentReference, sharedOcrMode } from '#lib/invoice/terms.ts'
import { type DraftTotals, draftTotals } from '#lib/invoice/totals.ts'
import { draftCheck } from './draft-check.ts'
import type { EditorSurroundings } from './surroundings.ts'

/** The figures of a draft as canonical texts: what the form shows of them, without what counts. */
export type DraftFigures = {
  /** BT-131 by the line's key; null while quantity or price cannot be read. */
  readonly nets: Readonly<Record<string, string | null>>
  /** BT-109, BT-115. */
  readonly net: string
  readonly amountDue: string
  /** BT-107, BT-108, BT-113, BT-114; null = nothing. */
  readonly allowances: string | null
  readonly charges: string | null
  readonly paid: string | null
  readonly rounding: string | null
  /** BG-23. */
  readonly vat: readonly { readonly category: string; readonly rate: string; readonly amount: string }[]
  /** BT-6 and BT-111; `amount` null while the exchange rate is missing. Null = not needed. */
  readonly vatAccounting: { readonly currency: string; readonly amount: string | null } | null
  /** Some filled row, discount or charge could not be read: the sums lack it. */
  readonly isPartial: boolean
  /** BT-2, BT-9 and what they follow from; null = empty or unreadable. */
  readonly issueDate: IsoDate | null
  readonly dueDate: IsoDate | null
  readonly termsDays: number | null
  /** The account that is named first, whether it is paid to by OCR, and BT-83. */
  readonly account: PaymentAccount | null
  readonly isOcr: boolean
  readonly paymentReference: string
}

/** What a recipient wants of a draft. */
export type DraftDemands = {
  /** The fields it asks for on this very draft. */
  readonly fields: readonly FieldDemand[]
  /** The fields of which it wants one. */
  readonly choices: RequirementProfile['anyOf']
  /** All of those: they stand outside *Fler fält*. */
  readonly asked: readonly FieldCode[]
  /** The files it asks for, each with the one that stands for it. */
  readonly files: readonly WantedFile[]
}

/** All that follows from a draft and the files with it: what is left or wrong, its figures, what the recipient wants. */
export type DraftReading = {
  readonly faults: readonly Fault[]
  readonly figures: DraftFigures
  readonly demands: DraftDemands
}

/** Reads a draft with its files. */
export type DraftReader = (draft: InvoiceDraft, files: readonly DemandFile[]) => DraftReading

/**
 * Reads drafts against what they are judged by: the page does it of the draft it opens, the browser from when the
 * script is there. Pure and quick enough to run at each key.
 */
export function draftReader(surroundings: Omit<EditorSurroundings, 'creditable'>): DraftReader {
  const check = draftCheck(surroundings)
  const { company, accounts, customers, today } = surroundings
  return (draft, files) => {
    const totals = draftTotals(draft, {
      today,
      roundToKrona: company.roundToKrona === true,
      accountingCurrency: company.accountingCurrency ?? 'SEK',
    })
    const profile = customers.find((each) => each.customerId === draft.customerId)?.profile
    return {
      faults: check(draft, files),
      figures: { ...sumsOf(totals), ...termsOf(draft, accounts, today) },
      demands: profile === undefined ? noDemands : demandsIn(profile, draft, totals, files, today),
    }
  }
}

/** Nobody asks for anything. */
const noDemands: DraftDemands = { fields: [], choices: [], asked: [], files: [] }

function demandsIn(
  profile: RequirementProfile,
  draft: InvoiceDraft,
  totals: DraftTotals,
  files: readonly DemandFile[],
  today: IsoDate,
): DraftDemands {
  const fields = demandsOf(profile, draft, today)
  return {
    fields,
    choices: choicesIn(fields, '', () => choicesOf(profile, fields)),
    asked: askedFields(profile, fields),
    files: wantedFiles(profile, draft, totals.totalWithVat, files),
  }
}

/** The same list for the same demands: what shows it is not rendered again. */
const choicesIn = keptFor<readonly FieldDemand[], RequirementProfile['anyOf']>()

const money = (value: Parameters<typeof toFixedText>[0]) => toFixedText(value, 2)

function sumsOf(totals: DraftTotals) {
  const some = (value: Parameters<typeof toFixedText>[0]) => (money(value) === '0.00' ? null : money(value))
  const { vatAccounting } = totals
  return {
    nets: Object.fromEntries(totals.lines.map(({ key, net }) => [key, net === null ? null : money(net)])),
    net: money(totals.totalWithoutVat),
    amountDue: money(totals.amountDue),
    allowances: some(totals.sumOfAllowances),
    charges: some(totals.sumOfCharges),
    paid: some(totals.paidAmount),
    rounding: some(totals.rounding),
    vat: totals.vatBreakdown.map(({ category, rate, taxAmount }) => ({
      category,
      rate: toShortestText(rate),
      amount: money(taxAmount),
    })),
    vatAccounting: vatAccounting && {
      currency: vatAccounting.currency,
      amount: vatAccounting.totalVat && money(vatAccounting.totalVat),
    },
    isPartial: totals.isPartial,
  }
}

function termsOf(draft: InvoiceDraft, accounts: readonly PaymentAccount[], today: IsoDate) {
  const chosen = chosenAccounts(draft.paymentAccountIds, accounts)
  return {
    ...draftDates(draft, today),
    account: chosen[0] ?? null,
    isOcr: sharedOcrMode(chosen) !== 'none',
    paymentReference: draftPaymentReference(draft, draft.invoiceNumber.trim(), chosen),
  }
}
