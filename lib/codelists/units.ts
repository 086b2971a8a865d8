/** A unit a form offers: its code in UN/ECE Recommendation 20 or 21 (BT-130) and the key of its words in the messages. */
export type Unit = { readonly code: string; readonly key: string; readonly common: boolean }

const common: readonly (readonly [string, string])[] = [
  ['C62', 'piece'],
  ['HUR', 'hour'],
  ['DAY', 'day'],
  ['MON', 'month'],
  ['MTR', 'metre'],
  ['MTK', 'square-metre'],
  ['MTQ', 'cubic-metre'],
  ['KGM', 'kilogram'],
  ['LTR', 'litre'],
  ['KMT', 'kilometre'],
]

const more: readonly (readonly [string, string])[] = [
  ['XPK', 'package'],
  ['PR', 'pair'],
  ['SET', 'set'],
  ['XCT', 'carton'],
  ['XBX', 'box'],
  ['XPX', 'pallet'],
  ['XRO', 'roll'],
  ['XSA', 'sack'],
  ['TNE', 'tonne'],
  ['GRM', 'gram'],
  ['CMT', 'centimetre'],
  ['MMT', 'millimetre'],
  ['LM', 'linear-metre'],
  ['MIN', 'minute'],
  ['WEE', 'week'],
  ['ANN', 'year'],
  ['KWH', 'kilowatt-hour'],
  ['MWH', 'megawatt-hour'],
  ['E51', 'assignment'],
  ['LS', 'lump-sum'],
]

/** The units a form offers, the ten common ones first. Rec 20 has over two thousand more; these are our short list. */
export const units: readonly Unit[] = [
  ...common.map(([code, key]) => ({ code, key, common: true })),
  ...more.map(([code, key]) => ({ code, key, common: false })),
]

/** The unit of a line nobody has chosen a unit for: pieces. */
export const defaultUnit = 'C62'

const byCode = new Map(units.map((unit) => [unit.code, unit]))

/** Finds a unit by its code; null when our short list does not have it. */
export function findUnit(code: string): Unit | null {
  return byCode.get(code) ?? null
}

/** Tells whether a code is one of the units a form offers. BR-CL-23. */
export function isUnitCode(code: string): boolean {
  return byCode.has(code)
}
