import {
  add,
  type Decimal,
  decimal,
  divide,
  isEqual,
  isZero,
  multiply,
  roundHalfAwayFromZero,
} from '#lib/core/decimal.ts'

const hundred = decimal('100')
const one = decimal('1')
const minDecimals = 2
const maxDecimals = 10

/** What is left of an amount including VAT when the VAT of the rate is taken out; thirty decimals. */
function withoutVat(amount: Decimal, rate: Decimal): Decimal {
  return divide(multiply(amount, hundred), add(hundred, rate))
}

/** An amount typed including VAT as it is written: excluding it, two decimals. */
export function amountWithoutVat(amount: Decimal, rate: Decimal): Decimal {
  return isZero(rate) ? amount : roundHalfAwayFromZero(withoutVat(amount, rate), minDecimals)
}

/**
 * BT-146 of a price typed including VAT: with the fewest decimals from two to ten that give the line the same sum as
 * the unrounded price would.
 */
export function priceWithoutVat(
  price: Decimal,
  rate: Decimal,
  quantity: Decimal,
  baseQuantity: Decimal = one,
): Decimal {
  if (isZero(rate)) return price
  const exact = withoutVat(price, rate)
  const sumAt = (each: Decimal) =>
    roundHalfAwayFromZero(divide(multiply(quantity, each), baseQuantity), minDecimals)
  const wanted = sumAt(exact)
  for (let decimals = minDecimals; decimals < maxDecimals; decimals += 1) {
    const rounded = roundHalfAwayFromZero(exact, decimals)
    if (isEqual(sumAt(rounded), wanted)) return rounded
  }
  return roundHalfAwayFromZero(exact, maxDecimals)
}

/** BT-147 of a price cut typed including VAT: ten decimals at most, so that list price − cut is the net price exactly. */
export function cutWithoutVat(cut: Decimal, rate: Decimal): Decimal {
  return isZero(rate) ? cut : roundHalfAwayFromZero(withoutVat(cut, rate), maxDecimals)
}
