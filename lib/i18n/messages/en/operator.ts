import type { Shape } from '../shape.ts'
import type { operator as source } from '../sv/operator.ts'

/** The operator's pages: English. */
export const operator = {
  title: 'Operations',
  queues: 'Queues',
  queue: 'Queue',
  waiting: 'Waiting',
  active: 'Active',
  failed: 'Given up',
  directory: 'Directory',
  parties: '{count, plural, one {# company in the directory} other {# companies in the directory}}',
  name: { deliver: 'Deliveries', 'send-mail': 'Mails', 'note-fetched': 'Fetched invoices' },
} as const satisfies Shape<typeof source>
