import type { Shape } from '../shape.ts'
import type { inbox as source } from '../sv/inbox.ts'

/** The recipient's inbox: English. */
export const inbox = {
  title: 'Inbox',
  unread:
    '{count, plural, =0 {All invoices have been opened.} one {# unread invoice.} other {# unread invoices.}}',
  caption: 'Received invoices',
  supplier: 'Supplier',
  number: 'No.',
  due: 'Due',
  amount: 'Amount',
  received: 'Received',
  status: 'Status',
  new: 'Unread',
  emptyTitle: 'No invoices yet',
  emptyText: 'Invoices from your suppliers come here as soon as they are sent.',
  invoice: 'Invoice {number}',
  creditNote: 'Credit note {number}',
  kind: 'Type',
  kindInvoice: 'Invoice',
  kindCreditNote: 'Credit note',
  searchLabel: 'Supplier, number or amount',
  search: 'Search',
  noHitsTitle: 'No invoices in this selection',
  noHitsText: 'Change the search, or show everything.',
  showAll: 'Show everything',
  files: 'Attachments',
  noFiles: 'No attachments',
  download: 'Download',
  from: 'from {name}, received {time}',
  downloadXml: 'Download XML',
  print: 'Print',
  back: 'To the inbox',
} as const satisfies Shape<typeof source>
