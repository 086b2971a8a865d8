import { readAmount } from '#lib/core/amount-input.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { type Decimal, isNegative, isZero, multiply, roundHalfAwayFromZero, zero } from '#lib/core/decimal.ts'
import { keptFor } from '#lib/core/kept.ts'
import {
  calculateTotals,
  type DocumentAdjustment,
  lineTotal,
  type Mirror,
  type Totals,
  type VatGroup,
} from './calculate.ts'
import { type DraftDocumentAdjustment, type InvoiceDraft, isEmptyLine } from './draft.ts'
import { type LineReading, readAdjustment, readLine } from './read-line.ts'
import { readVat, type VatContext, vatContextOf } from './read-vat.ts'

/** The sums of a draft as far as its rows can be read. */
export type DraftTotals = {
  /**
   * BT-131 for each line of the draft in its order; null while quantity or price cannot be read. `inclusive`: the
   * sum including VAT, when prices are typed so.
   */
  readonly lines: readonly {
    readonly key: string
    readonly net: Decimal | null
    readonly inclusive: Decimal | null
  }[]
  /** BT-106. */
  readonly sumOfLines: Decimal
  /** BT-107. */
  readonly sumOfAllowances: Decimal
  /** BT-108. */
  readonly sumOfCharges: Decimal
  /** BT-109. */
  readonly totalWithoutVat: Decimal
  readonly vatBreakdown: readonly VatGroup[]
  /** BT-110. */
  readonly totalVat: Decimal
  /** BT-112. */
  readonly totalWithVat: Decimal
  /** BT-113. */
  readonly paidAmount: Decimal
  /** BT-114. */
  readonly rounding: Decimal
  /** BT-115. */
  readonly amountDue: Decimal
  /** BT-6 and BT-111; `totalVat` null while the exchange rate is missing. Null = not needed. */
  readonly vatAccounting: { readonly currency: string; readonly totalVat: Decimal | null } | null
  /** Some filled row, discount or charge could not be read: the sums lack it. */
  readonly isPartial: boolean
}

/** What the sums may be told beside the draft. `today` decides dates that are not typed. */
export type DraftTotalsOptions = {
  readonly today?: IsoDate
  /** Öresavrundning; kept to kronor. */
  readonly roundToKrona?: boolean
  /** The company's accounting currency; kronor when not given. */
  readonly accountingCurrency?: string
  /** What a credit note credits. */
  readonly mirror?: Mirror
}

/** A draft's rows and sums as read, for composing; `lines` has one place for each line of the draft. */
export type ReadDraft = {
  readonly context: VatContext
  /** Null for an empty or unreadable line. */
  readonly lines: readonly (LineReading | null)[]
  /** The document's discounts and charges that could be read, in the order of `totals.adjustments[].source`. */
  readonly adjustments: readonly DraftDocumentAdjustment[]
  readonly totals: Totals
  readonly vatAccounting: DraftTotals['vatAccounting']
  readonly isPartial: boolean
}

/**
 * Computes a draft's sums from its typed text, with the same arithmetic as the invoice itself. Rows that cannot be
 * read are left out. Used at each key press: pure and quick.
 */
export function draftTotals(draft: InvoiceDraft, options: DraftTotalsOptions = {}): DraftTotals {
  const { lines, totals, vatAccounting, isPartial } = readDraft(draft, options)
  return {
    lines: draft.lines.map(({ key }, index) => sumsOf(key, lines[index] ?? null)),
    sumOfLines: totals.sumOfLines,
    sumOfAllowances: totals.sumOfAllowances,
    sumOfCharges: totals.sumOfCharges,
    totalWithoutVat: totals.totalWithoutVat,
    vatBreakdown: totals.vatBreakdown,
    totalVat: totals.totalVat,
    totalWithVat: totals.totalWithVat,
    paidAmount: totals.paidAmount,
    rounding: totals.rounding,
    amountDue: totals.amountDue,
    vatAccounting,
    isPartial,
  }
}

function sumsOf(key: string, reading: LineReading | null): DraftTotals['lines'][number] {
  const sums = reading === null ? null : lineTotal(reading.input)
  return { key, net: sums?.net ?? null, inclusive: sums?.inclusive ?? null }
}

/**
 * Reads a draft's rows and computes its sums; what `checkDraft` judges, `draftTotals` shows and `composeInvoice`
 * writes. Asked by all three of the same draft, it is read once.
 */
export function readDraft(draft: InvoiceDraft, options: DraftTotalsOptions = {}): ReadDraft {
  const { today, roundToKrona = false, accountingCurrency = 'SEK', mirror } = options
  if (mirror !== undefined) return readAnew(draft, options)
  return read(draft, `${today} ${roundToKrona} ${accountingCurrency}`, () => readAnew(draft, options))
}

const read = keptFor<InvoiceDraft, ReadDraft>()

function readAnew(draft: InvoiceDraft, options: DraftTotalsOptions): ReadDraft {
  const context = vatContextOf(draft, options.today ?? null)
  const reading = { ...context, pricesIncludeVat: draft.pricesIncludeVat }
  const filled = draft.lines.map((line) => !isEmptyLine(line))
  const lines = draft.lines.map((line, index) => (filled[index] === true ? readLine(line, reading) : null))
  const counted = lines.flatMap((line) => (line !== null && line.vat !== null ? [line] : []))
  const adjustments = draft.adjustments.flatMap((each) => {
    const read = readDocumentAdjustment(each, context)
    return read === null ? [] : [{ each, read }]
  })
  const paid = readAmount(draft.paidAmount)
  const totals = calculateTotals(
    counted.map((line) => line.input),
    {
      adjustments: adjustments.map(({ read }) => read),
      paidAmount: paid.kind === 'value' ? paid.value : zero,
      roundToKrona: options.roundToKrona === true && draft.currency === 'SEK',
      ...(options.mirror === undefined ? {} : { mirror: options.mirror }),
    },
  )
  return {
    context,
    lines,
    adjustments: adjustments.map(({ each }) => each),
    totals,
    vatAccounting: vatAccountingOf(draft, totals.totalVat, options.accountingCurrency ?? 'SEK'),
    isPartial:
      paid.kind === 'invalid' ||
      adjustments.length < draft.adjustments.length ||
      counted.some((line) => line.isPartial) ||
      counted.length < filled.filter(Boolean).length,
  }
}

/** Typed excluding VAT whatever the lines are. Without a choice: per cent of every group, kronor of the largest. */
function readDocumentAdjustment(
  adjustment: DraftDocumentAdjustment,
  { date, isOutsideVat }: VatContext,
): DocumentAdjustment | null {
  const read = readAdjustment(adjustment)
  if (read === null) return null
  if (adjustment.vatChoice === '') return { ...read, vat: read.kind === 'percent' ? 'all' : 'largest' }
  const vat = readVat(adjustment.vatChoice, date, isOutsideVat)
  return vat === null ? null : { ...read, vat }
}

/** BT-111 when the invoice is in another currency than the books and has VAT: BT-110 × the typed rate. */
function vatAccountingOf(
  draft: InvoiceDraft,
  totalVat: Decimal,
  currency: string,
): DraftTotals['vatAccounting'] {
  if (draft.currency === currency || isZero(totalVat)) return null
  const rate = readAmount(draft.exchangeRate)
  const isKnown = rate.kind === 'value' && !isZero(rate.value) && !isNegative(rate.value)
  return { currency, totalVat: isKnown ? roundHalfAwayFromZero(multiply(totalVat, rate.value), 2) : null }
}
