/** Words that stand on the invoice itself: Swedish, the source. */
export const document = {
  netDays: '{days} dagar netto.',
  onReceipt: 'Betalas omgående.',
  payBy: 'Betalas senast {date}.',
  lateInterest: 'Dröjsmålsränta enligt räntelagen.',
} as const
