import { isVatChoice, resolveVat, type VatCategory } from '#lib/codelists/vat-choices.ts'
import { readAmount } from '#lib/core/amount-input.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import {
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
import { type DraftLine, filledLines, type InvoiceDraft } from './draft.ts'
import { draftDates, readDate } from './terms.ts'

/** What VAT is summed by: one group per category and rate. BT-118, BT-119. */
export type VatRate = { readonly category: VatCategory; readonly rate: Decimal }

/** A discount or charge: kronor, or per cent of what it stands on. */
export type Adjustment = { readonly isCharge: boolean } & (
  | { readonly kind: 'amount'; readonly amount: Decimal }
  | { readonly kind: 'percent'; readonly percent: Decimal }
)

/** A discount or charge on the document. Per cent with `vat: 'all'` becomes one element per VAT group. */
export type DocumentAdjustment = Adjustment & { readonly vat: VatRate | 'all' }

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
}

/** A discount or charge as written: BT-136 … BT-143, BT-92 … BT-101. */
export type ComputedAdjustment = {
  readonly isCharge: boolean
  readonly amount: Decimal
  /** Both or neither: R041, R042. */
  readonly percent: Decimal | null
  readonly baseAmount: Decimal | null
}

/** A line's sums. `net` is BT-131. */
export type LineTotal = {
  readonly gross: Decimal
  readonly adjustments: readonly ComputedAdjustment[]
  readonly net: Decimal
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
  readonly adjustments: readonly (ComputedAdjustment & { readonly vat: VatRate })[]
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
}

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
  const lineTotals = lines.map(lineTotal)
  const groups = groupLines(lines, lineTotals)
  const adjustments = (options.adjustments ?? []).flatMap((each) => spread(each, groups))
  const sumOfLines = sum(lineTotals.map((line) => line.net))
  const sumOfAllowances = sum(adjustments.filter((each) => !each.isCharge).map((each) => each.amount))
  const sumOfCharges = sum(adjustments.filter((each) => each.isCharge).map((each) => each.amount))
  const totalWithoutVat = add(subtract(sumOfLines, sumOfAllowances), sumOfCharges)
  const vatBreakdown = breakdown(groups, adjustments)
  const totalVat = sum(vatBreakdown.map((group) => group.taxAmount))
  const totalWithVat = add(totalWithoutVat, totalVat)
  const paidAmount = options.paidAmount ?? zero
  const unrounded = subtract(totalWithVat, paidAmount)
  const amountDue = options.roundToKrona === true ? roundHalfAwayFromZero(unrounded, 0) : unrounded
  return {
    lines: lineTotals,
    adjustments,
    sumOfLines,
    sumOfAllowances,
    sumOfCharges,
    totalWithoutVat,
    vatBreakdown,
    totalVat,
    totalWithVat,
    paidAmount,
    rounding: subtract(amountDue, unrounded),
    amountDue,
  }
}

/** The sums of one line: gross = R2(quantity × price ÷ base), every percentage is of gross. */
export function lineTotal(line: LineInput): LineTotal {
  const gross = toCents(divide(multiply(line.quantity, line.netPrice), line.baseQuantity ?? one))
  const adjustments = (line.adjustments ?? []).map((each) => adjustmentOn(gross, each))
  return { gross, adjustments, net: adjustments.reduce(applied, gross) }
}

/** Tells whether two rates are of one group. */
export function isSameVat(a: VatRate, b: VatRate): boolean {
  return a.category === b.category && isEqual(a.rate, b.rate)
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

function groupLines(lines: readonly LineInput[], totals: readonly LineTotal[]): readonly Group[] {
  return lines.reduce<readonly Group[]>((groups, line, index) => {
    return addToGroup(groups, line.vat, totals[index]?.net ?? zero)
  }, [])
}

function addToGroup(groups: readonly Group[], vat: VatRate, amount: Decimal): readonly Group[] {
  if (!groups.some((group) => isSameVat(group, vat))) return [...groups, { ...vat, net: amount }]
  return groups.map((group) => (isSameVat(group, vat) ? { ...group, net: add(group.net, amount) } : group))
}

/** An amount stands on its own group; per cent on every group it is meant for, with that group's sum as base. */
function spread(
  adjustment: DocumentAdjustment,
  groups: readonly Group[],
): readonly (ComputedAdjustment & { readonly vat: VatRate })[] {
  const targets: readonly VatRate[] = adjustment.vat === 'all' ? groups : [adjustment.vat]
  return targets.map((target) => {
    const base = groups.find((group) => isSameVat(group, target))?.net ?? zero
    return { ...adjustmentOn(base, adjustment), vat: { category: target.category, rate: target.rate } }
  })
}

function breakdown(
  groups: readonly Group[],
  adjustments: readonly (ComputedAdjustment & { readonly vat: VatRate })[],
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

/** The sums of a draft as far as its rows can be read. */
export type DraftTotals = {
  /** BT-131 for each line of the draft in its order; null while quantity or price cannot be read. */
  readonly lines: readonly { readonly key: string; readonly net: Decimal | null }[]
  /** BT-109. */
  readonly totalWithoutVat: Decimal
  readonly vatBreakdown: readonly VatGroup[]
  /** BT-110. */
  readonly totalVat: Decimal
  /** BT-112. */
  readonly totalWithVat: Decimal
  /** BT-114. */
  readonly rounding: Decimal
  /** BT-115. */
  readonly amountDue: Decimal
  /** Some filled row could not be read: the sums lack it. */
  readonly isPartial: boolean
}

/** What the live sums may be told. `today` decides dates that are not typed. */
export type DraftTotalsOptions = { readonly today?: IsoDate; readonly roundToKrona?: boolean }

/**
 * Computes a draft's sums from its typed text, with the same arithmetic as the invoice itself. Rows that cannot be
 * read are left out. Used at each key press: pure and quick.
 */
export function draftTotals(draft: InvoiceDraft, options: DraftTotalsOptions = {}): DraftTotals {
  const filled = new Set(filledLines(draft).map((line) => line.key))
  const vatDate = vatDateOf(draft, options.today ?? null)
  const rows = draft.lines.map((line) => {
    const input = filled.has(line.key) ? readLine(line, vatDate) : null
    return { key: line.key, input, net: filled.has(line.key) ? netOf(line) : null }
  })
  const inputs = rows.flatMap((row) => (row.input === null ? [] : [row.input]))
  const totals = calculateTotals(inputs, { roundToKrona: options.roundToKrona === true })
  return {
    lines: rows.map(({ key, net }) => ({ key, net })),
    totalWithoutVat: totals.totalWithoutVat,
    vatBreakdown: totals.vatBreakdown,
    totalVat: totals.totalVat,
    totalWithVat: totals.totalWithVat,
    rounding: totals.rounding,
    amountDue: totals.amountDue,
    isPartial: inputs.length < filled.size,
  }
}

/** The day that decides VAT rates: delivery, else the period's end, else the issue date. */
export function vatDateOf(draft: InvoiceDraft, today: IsoDate | null): IsoDate | null {
  const issueDate = today === null ? null : draftDates(draft, today).issueDate
  const read = (text: string) => (today === null ? null : readDate(text, today))
  return read(draft.deliveryDate) ?? read(draft.periodEnd) ?? issueDate
}

/** Reads a line's quantity, price and VAT; null when one of them has no reading. */
export function readLine(line: DraftLine, vatDate: IsoDate | null): LineInput | null {
  const quantity = readAmount(line.quantity)
  const price = readAmount(line.unitPrice)
  const vat = readVat(line.vatChoice, vatDate)
  if (quantity.kind !== 'value' || price.kind !== 'value' || vat === null) return null
  return { quantity: quantity.value, netPrice: price.value, vat }
}

/** Category and rate of a stored VAT choice; null when there is none or its rate needs a date that is missing. */
export function readVat(choice: string, vatDate: IsoDate | null): VatRate | null {
  const resolved = isVatChoice(choice) ? resolveVat(choice, vatDate) : null
  return resolved === null ? null : { category: resolved.category, rate: decimal(resolved.rate) }
}

function netOf(line: DraftLine): Decimal | null {
  const quantity = readAmount(line.quantity)
  const price = readAmount(line.unitPrice)
  if (quantity.kind !== 'value' || price.kind !== 'value') return null
  const vat: VatRate = { category: 'S', rate: decimal('0') }
  return lineTotal({ quantity: quantity.value, netPrice: price.value, vat }).net
}
