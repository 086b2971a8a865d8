import type { Shape } from '../shape.ts'
import type { status as source } from '../sv/status.ts'

/** The words of every invoice and delivery state, keyed by the state's internal name: English. */
export const status = {
  draft: { word: 'Draft', detail: '' },
  ready: { word: 'Ready to send', detail: 'in Approve and send' },
  sent: { word: 'Sent', detail: '' },
  queued: { word: 'Sending in {seconds} s', detail: 'Undo' },
  sending: { word: 'Sending', detail: 'on its way to the recipient’s operator' },
  'handed-over': { word: 'Handed over', detail: 'to the recipient’s operator, awaiting receipt' },
  delivered: {
    word: 'Delivered',
    detail: 'The recipient’s operator received it {time}',
    detailSimulated: 'In the trial: nobody has received it',
    detailRecipient: 'Delivered to the recipient {time}',
    detailFetched: 'Fetched by the recipient {time}',
  },
  mailed: { word: 'Sent by e-mail', detail: 'not an e-invoice' },
  uncertain: { word: 'Unclear whether it arrived', detail: 'not sent again automatically' },
  answered: { word: 'Answered', detail: 'answer from the recipient' },
  accepted: { word: 'Accepted', detail: 'answer from the recipient' },
  'under-query': { word: 'Under query', detail: 'answer from the recipient' },
  paid: { word: 'Paid', detail: 'answer from the recipient' },
  retrying: { word: 'Retrying', detail: 'next attempt {time}; you need not do anything' },
  failed: { word: 'Not delivered', detail: '{reason}' },
  rejected: { word: 'Rejected by recipient', detail: '{reason}' },
  voided: { word: 'Voided', detail: 'the number is not used again' },
  cancelled: { word: 'Undone', detail: 'was not sent' },
  // What stands below the word where the general sentence does not fit.
  detail: {
    queued: 'about to leave for the recipient’s inbox',
    sending: 'on its way to the recipient’s inbox',
    retrying: 'another attempt soon; you need not do anything',
    failed: 'The invoice did not arrive.',
    rejected: 'answer from the recipient',
  },
  // A customer link or a party, seen from the supplier.
  canReceive: 'Receives e-invoices',
  cannotReceiveYet: 'Cannot receive yet',
  cannotReceiveAnymore: 'Can no longer receive',
  awaitingApproval: 'Awaiting approval',
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  // A row in Approve and send.
  mustBeFixed: 'Must be fixed',
  awaitingRecipient: 'Awaiting the recipient’s approval',
  cannotSendYet: 'Cannot be sent yet',
  unread: 'Unread',
} as const satisfies Shape<typeof source>
