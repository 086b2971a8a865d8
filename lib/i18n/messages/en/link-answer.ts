import type { Shape } from '../shape.ts'
import type { linkAnswer as source } from '../sv/link-answer.ts'

/** The page behind the link of a request, for whoever has no account: English. */
export const linkAnswer = {
  title: '{supplier} wants to send e-invoices',
  lead: 'to {party}',
  supplier: 'Supplier',
  orgNumber: 'Org. no.',
  customerNumber: 'Customer number',
  message: 'Message',
  sent: 'Sent',
  meaningTitle: 'What approving means',
  meaning:
    'The supplier can send e-invoices to {party}. You do not commit to paying anything, and the approval can be withdrawn.',
  nothingYet: 'Nothing happens until you have chosen.',
  approve: 'Approve',
  approving: 'Approving…',
  refuse: 'Refuse…',
  refuseButton: 'Refuse the request',
  refusing: 'Refusing…',
  approved: { title: 'The request is approved', text: '{supplier} can now send e-invoices to {party}.' },
  refused: { title: 'The request is refused', text: '{supplier} has been told. Reason: {reason}' },
  withdrawn: {
    title: 'The approval is withdrawn',
    text: '{supplier} can no longer send e-invoices to {party}. Reason: {reason}',
  },
  'taken-back': {
    title: 'The request has been taken back',
    text: '{supplier} no longer asks. You do not need to do anything.',
  },
  expired: {
    title: 'The link has expired',
    text: 'The link is good for 72 hours. Ask {supplier} to send a reminder, then it works again.',
  },
  unknown: {
    title: 'The link cannot be opened',
    text: 'Check that the whole address from the letter came along.',
  },
  claimText: 'Do you want to answer requests and read invoices here?',
  claim: 'Connect the organisation',
} as const satisfies Shape<typeof source>
