import type { Shape } from '../shape.ts'
import type { start as source } from '../sv/start.ts'

/** The start page: English. */
export const start = {
  hello: 'Hello {name}',
  create: 'Create e-invoice',
  addCustomer: 'Add customer',
  getStarted: 'Get started – {done} of {all} done',
  stepEmail: 'Confirm your e-mail',
  stepCompany: 'Complete your company details',
  stepCustomer: 'Add your first customer',
  stepInvoice: 'Send your first e-invoice',
  done: 'Done',
  notDone: 'To do',
  todo: 'To do',
  nothingToDo: 'Nothing to do right now.',
  ready: '{count, plural, one {# invoice is waiting to be sent} other {# invoices are waiting to be sent}}',
  failed: '{count, plural, one {# invoice needs your attention} other {# invoices need your attention}}',
  drafts: '{count, plural, one {# draft} other {# drafts}}',
  awaiting: '{count, plural, one {# customer awaits approval} other {# customers await approval}}',
  asLastTime: 'As last time',
  asLastTimeTo: 'As last time: {customer}',
  lastInvoice: 'Invoice {number}',
  latest: 'Latest invoices',
  allDocuments: 'All sent documents',
} as const satisfies Shape<typeof source>
