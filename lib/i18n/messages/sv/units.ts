/** Unit names by UN/ECE Recommendation 20 code (BT-130): Swedish, the source. */
export const units = {
  C62: 'enhet',
  H87: 'st',
  EA: 'styck',
  HUR: 'tim',
  DAY: 'dag',
  MON: 'mån',
  MTR: 'm',
  MTK: 'm²',
  MTQ: 'm³',
  KGM: 'kg',
  LTR: 'l',
  KMT: 'km',
  more: 'Fler enheter…',
} as const
