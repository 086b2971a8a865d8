import {
  isVatChoice,
  resolveVat,
  unregisteredVatChoice,
  type VatChoice,
  zeroWithoutReason,
} from '#lib/codelists/vat-choices.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { decimal, toShortestText, zero } from '#lib/core/decimal.ts'
import type { VatRate } from './calculate.ts'
import { type DraftLine, filledLines, type InvoiceDraft } from './draft.ts'
import { draftDates, readDate } from './terms.ts'

/** What decides the VAT of a draft's rows beside their own choice. */
export type VatContext = {
  /** The day that decides rates where a line has no period of its own; null = not known. */
  readonly date: IsoDate | null
  readonly today: IsoDate | null
  /** Nothing but sales outside VAT stands on the invoice, so that they may be category O. */
  readonly isOutsideVat: boolean
}

/** Category and rate, the choice they come from, and BT-121 where the choice has one. */
export type VatReading = VatRate & { readonly choice: VatChoice | null; readonly reasonCode: string }

const outside: ReadonlySet<string> = new Set<VatChoice>(['outside-vat', unregisteredVatChoice])

/** Reads what decides the VAT of a draft's rows. `today` null = dates are not read. */
export function vatContextOf(draft: InvoiceDraft, today: IsoDate | null): VatContext {
  const choices = [
    ...filledLines(draft).map((line) => line.vatChoice),
    ...draft.adjustments.flatMap((each) => (each.vatChoice === '' ? [] : [each.vatChoice])),
  ]
  return {
    date: vatDateOf(draft, today),
    today,
    isOutsideVat: choices.every((choice) => outside.has(choice)),
  }
}

/** The day that decides VAT rates: delivery, else the period's end, else the issue date. */
export function vatDateOf(draft: InvoiceDraft, today: IsoDate | null): IsoDate | null {
  if (today === null) return null
  return (
    readDate(draft.deliveryDate, today) ??
    readDate(draft.periodEnd, today) ??
    draftDates(draft, today).issueDate
  )
}

/** The VAT date of one line: the end or start of its own period, else the document's. */
export function lineVatDate(line: DraftLine, { date, today }: VatContext): IsoDate | null {
  if (today === null || (line.periodEnd === '' && line.periodStart === '')) return date
  return readDate(line.periodEnd, today) ?? readDate(line.periodStart, today) ?? date
}

/**
 * Category, rate and reason code of a stored choice on a day. Sales outside VAT are O alone and E beside anything
 * else; 0 % without a reason counts as E. Null when there is no choice, or its rate needs a date that is missing.
 */
export function readVat(choice: string, date: IsoDate | null, isOutsideVat: boolean): VatReading | null {
  if (choice === zeroWithoutReason) return { category: 'E', rate: zero, choice: null, reasonCode: '' }
  if (!isVatChoice(choice)) return null
  if (choice === 'outside-vat' && !isOutsideVat) return { category: 'E', rate: zero, choice, reasonCode: '' }
  const resolved = resolveVat(choice, date)
  if (resolved === null) return null
  const { category, rate, reasonCode = '' } = resolved
  return { category, rate: decimal(rate), choice, reasonCode }
}

/** The VAT rate of a line in per cent, as canonical text; null while it cannot be told. */
export function vatRateOf(draft: InvoiceDraft, line: DraftLine, today: IsoDate): string | null {
  const context = vatContextOf(draft, today)
  const vat = readVat(line.vatChoice, lineVatDate(line, context), context.isOutsideVat)
  return vat === null ? null : toShortestText(vat.rate)
}
