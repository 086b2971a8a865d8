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
  from: 'from {name}, received {time}',
  downloadXml: 'Download XML',
  print: 'Print',
  back: 'To the inbox',
} as const satisfies Shape<typeof source>
