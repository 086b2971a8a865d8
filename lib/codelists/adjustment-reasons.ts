/** Reason codes of discounts a form offers (UNCL 5189, BT-98, BT-140), the usual one first. BR-CL-19, CL002. */
export const discountReasons = ['95', '64', '100', '102', '103', '105', '88', '41'] as const

/** Reason codes of charges a form offers (UNCL 7161, BT-105, BT-145), the usual one first. BR-CL-20, CL003. */
export const chargeReasons = ['FC', 'DL', 'PC', 'IS', 'AAT', 'SH', 'AEV', 'ADR', 'FI', 'ABK'] as const

/** A reason code of either list; no code is in both. Its words are in the messages. */
export type AdjustmentReason = (typeof discountReasons)[number] | (typeof chargeReasons)[number]

const discounts: ReadonlySet<string> = new Set(discountReasons)
const charges: ReadonlySet<string> = new Set(chargeReasons)

/** Tells whether a code is a reason of that kind: a charge's code never stands on a discount. */
export function isReasonOf(isCharge: boolean, code: string): code is AdjustmentReason {
  return (isCharge ? charges : discounts).has(code)
}

/** The reason a new discount or charge starts with: *Rabatt*; on the document *Frakt*, on a line *Övrigt*. */
export function defaultReason(isCharge: boolean, place: 'document' | 'line'): AdjustmentReason {
  if (!isCharge) return '95'
  return place === 'document' ? 'FC' : 'ABK'
}
