import { readAmount } from '#lib/core/amount-input.ts'
import { add, type Decimal, decimal, isEqual, isNegative, isZero, subtract, zero } from '#lib/core/decimal.ts'
import { keptFor } from '#lib/core/kept.ts'
import type { Adjustment, LineInput, VatRate } from './calculate.ts'
import type { DraftAdjustment, DraftLine, InvoiceDraft } from './draft.ts'
import { amountWithoutVat, cutWithoutVat, priceWithoutVat } from './including-vat.ts'
import { lineVatDate, readVat, type VatContext, type VatReading } from './read-vat.ts'

/** A line as far as its text can be read. */
export type LineReading = {
  /** Null = not chosen, or its rate needs a date that is missing: the line then belongs in no total. */
  readonly vat: VatReading | null
  /** What its sums are made of. */
  readonly input: LineInput
  /** Its discounts and charges that could be read, in the order of `input.adjustments`. */
  readonly adjustments: readonly DraftAdjustment[]
  /** BT-148, BT-147; null = none. */
  readonly listPrice: { readonly grossPrice: Decimal; readonly priceDiscount: Decimal } | null
  /** Some discount or charge could not be read, or the reason for 0 % is missing. */
  readonly isPartial: boolean
}

const one = decimal('1')
const noVat: VatRate = { category: 'S', rate: zero }

/**
 * Reads a line; null while quantity or price cannot be read, or when prices include a VAT that is not chosen yet.
 * Discounts and charges that cannot be read are left out.
 */
export function readLine(line: DraftLine, context: LineContext): LineReading | null {
  const { date, today, isOutsideVat, pricesIncludeVat } = context
  return readings(line, `${date} ${today} ${isOutsideVat} ${pricesIncludeVat}`, () => readAnew(line, context))
}

/** What decides how a line reads beside its own text. */
type LineContext = VatContext & Pick<InvoiceDraft, 'pricesIncludeVat'>

const readings = keptFor<DraftLine, LineReading | null>()

function readAnew(line: DraftLine, context: LineContext): LineReading | null {
  const quantity = readAmount(line.quantity)
  const baseQuantity = readBaseQuantity(line.baseQuantity)
  const price = readPrice(line)
  const vat = readVat(line.vatChoice, lineVatDate(line, context), context.isOutsideVat)
  if (quantity.kind !== 'value' || baseQuantity === null || price === null) return null
  if (vat === null && context.pricesIncludeVat) return null
  const read = line.adjustments.flatMap((each) => {
    const adjustment = readAdjustment(each)
    return adjustment === null ? [] : [{ each, adjustment }]
  })
  const typed = read.map(({ adjustment }) => adjustment)
  const rate = vat !== null && context.pricesIncludeVat ? vat.rate : zero
  const netPrice = priceWithoutVat(price.net, rate, quantity.value, baseQuantity)
  const cut = cutWithoutVat(price.cut, rate)
  return {
    vat,
    input: {
      quantity: quantity.value,
      ...(isEqual(baseQuantity, one) ? {} : { baseQuantity }),
      vat: vat ?? noVat,
      netPrice,
      adjustments: typed.map((each) => withoutVat(each, rate)),
      ...(context.pricesIncludeVat ? { inclusive: { price: price.net, adjustments: typed } } : {}),
    },
    adjustments: read.map(({ each }) => each),
    listPrice: isZero(cut) ? null : { grossPrice: add(netPrice, cut), priceDiscount: cut },
    isPartial: (vat?.choice ?? null) === null || read.length < line.adjustments.length,
  }
}

/** Reads a discount or charge of a line or the document; null when its number has no reading. */
export function readAdjustment({ isCharge, value, unit }: DraftAdjustment): Adjustment | null {
  const read = readAmount(unit === 'percent' ? value.replace(/\s*%\s*$/, '') : value)
  if (read.kind !== 'value') return null
  return unit === 'percent'
    ? { isCharge, kind: 'percent', percent: read.value }
    : { isCharge, kind: 'amount', amount: read.value }
}

/** The price a line is summed by and the cut from its list price; a list price decides over the plain one. */
export function readPrice(line: DraftLine): { readonly net: Decimal; readonly cut: Decimal } | null {
  const gross = readAmount(line.grossPrice)
  const cut = readAmount(line.priceDiscount)
  if (gross.kind === 'invalid' || cut.kind === 'invalid') return null
  if (gross.kind === 'value') {
    const by = cut.kind === 'value' ? cut.value : zero
    return { net: subtract(gross.value, by), cut: by }
  }
  const price = readAmount(line.unitPrice)
  return price.kind === 'value' ? { net: price.value, cut: zero } : null
}

/** What the price is for: 1 when nothing is typed; null when it is no number above zero. */
function readBaseQuantity(text: string): Decimal | null {
  const read = readAmount(text)
  if (read.kind === 'empty') return one
  return read.kind === 'value' && !isZero(read.value) && !isNegative(read.value) ? read.value : null
}

function withoutVat(adjustment: Adjustment, rate: Decimal): Adjustment {
  if (adjustment.kind === 'percent') return adjustment
  return { ...adjustment, amount: amountWithoutVat(adjustment.amount, rate) }
}
