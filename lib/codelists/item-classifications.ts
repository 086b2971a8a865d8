/** Lists an item may be classified by (UNCL 7143, BT-158-1): STI is CPV, TST is UNSPSC. */
export const itemClassifications = ['STI', 'TST'] as const

/** Tells whether a text is one of the lists a form offers. BR-CL-13. */
export function isItemClassification(text: string): boolean {
  return itemClassifications.some((list) => list === text)
}
