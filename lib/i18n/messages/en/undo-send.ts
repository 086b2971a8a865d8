import type { Shape } from '../shape.ts'
import type { undoSend as source } from '../sv/undo-send.ts'

/** What was just sent and has not left: English. */
export const undoSend = {
  title: '{count, plural, one {# invoice is about to be sent} other {# invoices are about to be sent}}',
  row: 'Invoice {number} to {name}',
  leavesIn: 'Sends in {seconds} s',
  leavesNow: 'Sending now',
  leavesAt: 'Sends at {time}',
  undo: 'Undo',
  undoOf: 'invoice {number}',
  undoAll: 'Undo all {count}',
  undoing: 'Undoing…',
  undone: 'Invoice {number} was not sent. It is still in Approve and send.',
  tooLate: 'Invoice {number} has been sent and can no longer be undone.',
  follow: 'Follow invoice {number}',
} as const satisfies Shape<typeof source>
