import type { Shape } from '../shape.ts'
import type { invoicingSettings as source } from '../sv/invoicing-settings.ts'

/** The settings page Invoices: English. */
export const invoicingSettings = {
  invoiceSeries: 'Invoice numbers',
  creditSeries: 'Numbers of credit notes',
  seriesHint: 'The number is taken when you continue with the invoice. No number is given twice.',
  prefix: 'Prefix',
  prefixHint:
    "At most 8 characters. '{yyyy}' or '{yy}' becomes the year of the invoice, and the count starts at 1 every year.",
  next: 'Next number',
  minDigits: 'Least number of digits',
  minDigitsHint: 'Filled up with zeros in front',
  preview: 'The next three: {numbers}',
  previewNone: 'Fill in the series to see the next three numbers.',
  newInvoices: 'New invoices',
  newInvoicesHint: 'This is filled in from the start. You can change it on every invoice.',
  days: '{days, plural, =0 {On receipt} one {# day net} other {# days net}}',
  otherDays: 'Another number of days',
  termsDays: 'Number of days',
  termsDaysHint: '0 to 365',
  interestText: 'Text about late interest',
  interestTextHint: 'Empty gives: Late interest according to the Swedish Interest Act.',
  defaultVat: 'Usual VAT',
  pricesIncludeVat: 'I write prices including VAT',
  roundToKrona: 'Round the amount due to whole kronor',
  accountingCurrency: 'Accounting currency',
  accountingCurrencyHint: 'VAT is accounted for in it, also when the invoice is in another currency',
  SEK: 'Swedish kronor (SEK)',
  EUR: 'Euro (EUR)',
  footer: 'Invoice footer',
  footerHint: 'At most 200 characters, last in the message to the recipient',
} as const satisfies Shape<typeof source>
