import type { VatCategory } from '#lib/codelists/vat-choices.ts'
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isEqual,
  multiply,
  roundHalfAwayFromZero,
  subtract,
  sum,
  zero,
} from '#lib/core/decimal.ts'
import { keptFor } from '#lib/core/kept.ts'

/** What VAT is summed by: one group per category and rate. BT-118, BT-119. */
export type VatRate = { readonly category: VatCategory; readonly rate: Decimal }

/** A discount or charge: kronor, or per cent of what it stands on. */
export type Adjustment = { readonly isCharge: boolean } & (
  | { readonly kind: 'amount'; readonly amount: Decimal }
  | { readonly kind: 'percent'; readonly percent: Decimal }
)

/**
 * A discount or charge on the document: in one VAT group, in each (one element per group), or in the group whose
 * lines come to most.
 */
export type DocumentAdjustment = Adjustment & { readonly vat: VatRate | 'all' | 'largest' }

/** What totals need of a line. */
export type LineInput = {
  /** BT-129. */
  readonly quantity: Decimal
  /** BT-146. */
  readonly netPrice: Decimal
  /** BT-149; 1 when not given. */
  readonly baseQuantity?: Decimal
  readonly vat: VatRate
  /** BG-27, BG-28. */
  readonly adjustments?: readonly Adjustment[]
  /** The same as typed including VAT, when prices are (3.6 of the arithmetic): decides what there is to pay. */
  readonly inclusive?: { readonly price: Decimal; readonly adjustments: readonly Adjustment[] }
}

/** A discount or charge as written: BT-136 … BT-143, BT-92 … BT-101. */
export type ComputedAdjustment = {
  readonly isCharge: boolean
  readonly amount: Decimal
  /** Both or neither: R041, R042. */
  readonly percent: Decimal | null
  readonly baseAmount: Decimal | null
}

/** A document's discount or charge as written; `source` is its place among those that were given. */
export type ComputedDocumentAdjustment = ComputedAdjustment & {
  readonly vat: VatRate
  readonly source: number
}

/** A line's sums. `net` is BT-131; `inclusive` the sum as typed including VAT, null when prices exclude it. */
export type LineTotal = {
  readonly gross: Decimal
  readonly adjustments: readonly ComputedAdjustment[]
  readonly net: Decimal
  readonly inclusive: Decimal | null
}

/** BG-23. */
export type VatGroup = VatRate & {
  /** BT-116. */
  readonly taxableAmount: Decimal
  /** BT-117. */
  readonly taxAmount: Decimal
}

/** The sums of a document (BG-22, BG-23) and of its lines, in their order. Amounts have at most two decimals. */
export type Totals = {
  readonly lines: readonly LineTotal[]
  readonly adjustments: readonly ComputedDocumentAdjustment[]
  /** BT-106. */
  readonly sumOfLines: Decimal
  /** BT-107. */
  readonly sumOfAllowances: Decimal
  /** BT-108. */
  readonly sumOfCharges: Decimal
  /** BT-109. */
  readonly totalWithoutVat: Decimal
  /** S by rising rate, then the rest. */
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
}

/** What totals may be told beside the lines. */
export type TotalsOptions = {
  readonly adjustments?: readonly DocumentAdjustment[]
  /** BT-113. */
  readonly paidAmount?: Decimal
  /** Öresavrundning: to the nearest whole krona, 50 öre up; VAT is not touched. */
  readonly roundToKrona?: boolean
  /** A whole credit note repeats the rounding of what it credits: used when the total is that one's. */
  readonly mirror?: Mirror
}

/** The total (BT-112) and rounding (BT-114) of the invoice that is credited. */
export type Mirror = { readonly totalWithVat: Decimal; readonly rounding: Decimal }

const one = decimal('1')
const hundred = decimal('100')

/** Half away from zero to two decimals. */
const toCents = (value: Decimal) => roundHalfAwayFromZero(value, 2)

/** value × percent ÷ 100, to two decimals in one rounding. */
const percentOf = (value: Decimal, percent: Decimal) => toCents(divide(multiply(value, percent), hundred))

/**
 * Computes every sum of an invoice exactly as it is written: one rounding after quantity × price ÷ base, VAT on the
 * summed base of each category and rate, never from lines. Satisfies BR-CO-10 … BR-CO-17, R120 and R040 with no slack.
 */
export function calculateTotals(lines: readonly LineInput[], options: TotalsOptions = {}): Totals {
  const totals = lines.map(lineTotal)
  const groups = groupLines(
    lines,
    totals.map((line) => line.net),
  )
  const adjustments = (options.adjustments ?? []).flatMap((each, source) => spread(each, source, groups))
  const sumOfLines = sum(totals.map((line) => line.net))
  const sumOfAllowances = sum(adjustments.filter((each) => !each.isCharge).map((each) => each.amount))
  const sumOfCharges = sum(adjustments.filter((each) => each.isCharge).map((each) => each.amount))
  const totalWithoutVat = add(subtract(sumOfLines, sumOfAllowances), sumOfCharges)
  const vatBreakdown = breakdown(groups, adjustments)
  const totalVat = sum(vatBreakdown.map((group) => group.taxAmount))
  const totalWithVat = add(totalWithoutVat, totalVat)
  const paidAmount = options.paidAmount ?? zero
  const payable = subtract(totalWithVat, paidAmount)
  const rounding = roundingOf(
    payable,
    { totalWithVat, typed: typedTotal(lines, totals, adjustments) },
    options,
  )
  return {
    lines: totals,
    adjustments,
    sumOfLines,
    sumOfAllowances,
    sumOfCharges,
    totalWithoutVat,
    vatBreakdown,
    totalVat,
    totalWithVat,
    paidAmount,
    rounding,
    amountDue: add(payable, rounding),
  }
}

/** The sums of one line: gross = R2(quantity × price ÷ base), every percentage is of gross. */
export function lineTotal(line: LineInput): LineTotal {
  return lineTotals(line, '', () => totalOf(line))
}

const lineTotals = keptFor<LineInput, LineTotal>()

function totalOf(line: LineInput): LineTotal {
  const gross = grossOf(line, line.netPrice)
  const adjustments = (line.adjustments ?? []).map((each) => adjustmentOn(gross, each))
  const net = adjustments.reduce(applied, gross)
  if (line.inclusive === undefined) return { gross, adjustments, net, inclusive: null }
  const typed = grossOf(line, line.inclusive.price)
  const inclusive = line.inclusive.adjustments.map((each) => adjustmentOn(typed, each)).reduce(applied, typed)
  return { gross, adjustments, net, inclusive }
}

function grossOf({ quantity, baseQuantity }: LineInput, price: Decimal): Decimal {
  const product = multiply(quantity, price)
  return toCents(baseQuantity === undefined ? product : divide(product, baseQuantity))
}

/** Tells whether two rates are of one group. */
export function isSameVat(a: VatRate, b: VatRate): boolean {
  return a === b || (a.category === b.category && isEqual(a.rate, b.rate))
}

function adjustmentOn(base: Decimal, adjustment: Adjustment): ComputedAdjustment {
  const { isCharge } = adjustment
  if (adjustment.kind === 'amount')
    return { isCharge, amount: adjustment.amount, percent: null, baseAmount: null }
  const { percent } = adjustment
  return { isCharge, amount: percentOf(base, percent), percent, baseAmount: base }
}

function applied(net: Decimal, adjustment: ComputedAdjustment): Decimal {
  return adjustment.isCharge ? add(net, adjustment.amount) : subtract(net, adjustment.amount)
}

type Group = VatRate & { readonly net: Decimal }

function groupLines(lines: readonly LineInput[], amounts: readonly Decimal[]): readonly Group[] {
  const sums: { vat: VatRate; net: Decimal }[] = []
  for (const [index, { vat }] of lines.entries()) {
    const amount = amounts[index] ?? zero
    const known = sums.find((each) => isSameVat(each.vat, vat))
    if (known === undefined) sums.push({ vat, net: amount })
    else known.net = add(known.net, amount)
  }
  return sums.map(({ vat, net }) => ({ ...vat, net }))
}

function addToGroup(groups: readonly Group[], vat: VatRate, amount: Decimal): readonly Group[] {
  if (!groups.some((group) => isSameVat(group, vat))) return [...groups, { ...vat, net: amount }]
  return groups.map((group) => (isSameVat(group, vat) ? { ...group, net: add(group.net, amount) } : group))
}

/** An amount stands on its own group; per cent on every group it is meant for, with that group's sum as base. */
function spread(
  adjustment: DocumentAdjustment,
  source: number,
  groups: readonly Group[],
): readonly ComputedDocumentAdjustment[] {
  return targetsOf(adjustment, groups).map((target) => {
    const base = groups.find((group) => isSameVat(group, target))?.net ?? zero
    const vat = { category: target.category, rate: target.rate }
    return { ...adjustmentOn(base, adjustment), vat, source }
  })
}

function targetsOf({ vat }: DocumentAdjustment, groups: readonly Group[]): readonly VatRate[] {
  if (vat === 'all') return groups
  if (vat !== 'largest') return [vat]
  const [first, ...rest] = groups
  if (first === undefined) return []
  return [
    rest.reduce(
      (most, group) => (compare(absolute(group.net), absolute(most.net)) > 0 ? group : most),
      first,
    ),
  ]
}

/** The total as typed including VAT, by the same steps; null when prices exclude it. */
function typedTotal(
  lines: readonly LineInput[],
  totals: readonly LineTotal[],
  adjustments: readonly ComputedDocumentAdjustment[],
): Decimal | null {
  const typed = totals.flatMap(({ inclusive }) => inclusive ?? [])
  if (typed.length === 0 || typed.length < totals.length) return null
  const groups = groupLines(lines, typed)
  return adjustments.reduce((total, each) => {
    const base = groups.find((group) => isSameVat(group, each.vat))?.net ?? zero
    const amount =
      each.percent === null
        ? toCents(divide(multiply(each.amount, add(hundred, each.vat.rate)), hundred))
        : percentOf(base, each.percent)
    return applied(total, { ...each, amount })
  }, sum(typed))
}

/** BT-114. What was typed including VAT decides as long as it is within a krona of the computed total. */
function roundingOf(
  payable: Decimal,
  { totalWithVat, typed }: { readonly totalWithVat: Decimal; readonly typed: Decimal | null },
  { paidAmount = zero, roundToKrona = false, mirror }: TotalsOptions,
): Decimal {
  if (mirror !== undefined && isEqual(mirror.totalWithVat, totalWithVat)) return mirror.rounding
  const off = (target: Decimal) => subtract(roundToKrona ? roundHalfAwayFromZero(target, 0) : target, payable)
  const byTyped = typed === null ? null : off(subtract(typed, paidAmount))
  return byTyped !== null && compare(absolute(byTyped), one) < 0 ? byTyped : off(payable)
}

function breakdown(
  groups: readonly Group[],
  adjustments: readonly ComputedDocumentAdjustment[],
): readonly VatGroup[] {
  return adjustments
    .reduce(
      (sums, each) => addToGroup(sums, each.vat, each.isCharge ? each.amount : subtract(zero, each.amount)),
      groups,
    )
    .map(({ category, rate, net }) => ({
      category,
      rate,
      taxableAmount: net,
      taxAmount: percentOf(net, rate),
    }))
    .toSorted(byRate)
}

function byRate(a: VatRate, b: VatRate): number {
  if (a.category === 'S' && b.category === 'S') return compare(a.rate, b.rate)
  if (a.category === 'S') return -1
  return b.category === 'S' ? 1 : a.category.localeCompare(b.category)
}
