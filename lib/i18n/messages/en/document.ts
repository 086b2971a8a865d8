/** Words that stand on the invoice itself: English. */
export const document = {
  netDays: '{days} days net.',
  onReceipt: 'Payable on receipt.',
  payBy: 'Payable by {date}.',
  lateInterest: 'Late interest according to the Swedish Interest Act.',
} as const
