import type { Shape } from '../shape.ts'
import type { vat as source } from '../sv/vat.ts'

/** VAT rates and categories in words (BT-151 by its UNCL5305 code, BT-152): English. */
export const vat = {
  rate: '{rate} %',
  rateOf: 'VAT {rate} %',
  whyZero: 'Why is VAT 0 %?',
  S: 'VAT',
  Z: 'Zero rate',
  E: 'Exempt from VAT',
  AE: 'Reverse charge',
  K: 'EU sale',
  G: 'Export',
  O: 'Outside the scope of VAT',
  exemptBy: 'Exempt under…',
  reverseConstruction: 'Reverse charge, construction',
} as const satisfies Shape<typeof source>
