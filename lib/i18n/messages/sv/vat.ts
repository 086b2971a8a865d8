/** VAT rates and categories in words (BT-151 by its UNCL5305 code, BT-152): Swedish, the source. */
export const vat = {
  rate: '{rate} %',
  rateOf: 'Moms {rate} %',
  whyZero: 'Varför är momsen 0 %?',
  S: 'Moms',
  Z: 'Nollsats',
  E: 'Momsfritt',
  AE: 'Omvänd betalningsskyldighet',
  K: 'EU-försäljning',
  G: 'Export',
  O: 'Utanför momssystemet',
  exemptBy: 'Momsfritt enligt…',
  reverseConstruction: 'Omvänd byggmoms',
} as const
