import type { Shape } from '../shape.ts'
import type { claim as source } from '../sv/claim.ts'

/** A recipient organisation connects: English. */
export const claim = {
  title: 'Receive e-invoices in Talong',
  lead: 'For organisations that are in the directory.',
  hint: 'We send a link to the address that the directory has for the organisation.',
  submit: 'Send link',
  sentTitle: 'Check the organisation’s e-mail',
  sentText:
    'If the organisation is in the directory with an e-mail address, we have sent a link there. The link is good for 72 hours.',
  sentMissing: 'No letter after a while? Check the number, or contact support.',
  again: 'Try another number',
  openMailbox: 'Open the mailbox',
  acceptTitle: 'Connect {party}',
  acceptLead: 'Read the agreement, write your name and choose a password. Then the inbox is open.',
  version: 'Version {version}',
  accept: 'I have read and accept the agreement for {party}',
  signInWith: 'You sign in with {email}.',
  create: 'Connect the organisation',
  creating: 'Connecting…',
  signIn: 'Sign in',
  newLink: 'Ask for a new link',
  'unknown-link': {
    title: 'The link cannot be opened',
    text: 'Check that the whole address from the letter came along, or ask for a new link.',
  },
  'claim-expired': {
    title: 'The link has expired',
    text: 'The link is good for 72 hours. Ask for a new one.',
  },
  'used-link': { title: 'The link has been used', text: 'The organisation is connected. Sign in.' },
  'claim-taken': {
    title: 'The organisation is already connected',
    text: 'Sign in, or contact support if you think that is wrong.',
  },
  'address-taken': {
    title: 'The address already has an account',
    text: 'The letter went to an address that is already used in Talong. Contact support and we connect you with another address. Nothing has changed in the account.',
  },
} as const satisfies Shape<typeof source>
