import type { Shape } from '../shape.ts'
import type { units as source } from '../sv/units.ts'

/** Unit names by UN/ECE Recommendation 20 code (BT-130): English. */
export const units = {
  C62: 'unit',
  H87: 'pcs',
  EA: 'each',
  HUR: 'h',
  DAY: 'day',
  MON: 'month',
  MTR: 'm',
  MTK: 'm²',
  MTQ: 'm³',
  KGM: 'kg',
  LTR: 'l',
  KMT: 'km',
  more: 'More units…',
} as const satisfies Shape<typeof source>
