import type { Shape } from '../shape.ts'
import type { activation as source } from '../sv/activation.ts'

/** Activation, agreement, choosing a password: English. */
export const activation = {
  title: 'Read and accept the agreement',
  lead: 'The agreement is for {company}.',
  summary: 'What matters most, in three points',
  point1:
    'The service is free for the sender. The company answers for the details on its invoices being right.',
  point2:
    'An invoice is shown as Delivered only when the receiving side has confirmed it. What has been sent is kept unchanged for at least seven years.',
  point3:
    'Personal data are used to provide the service. The company may stop at any time and take out its documents.',
  version: 'Version {version}',
  accept: 'I have read and accept the agreement for {company}',
  acceptButton: 'Accept and continue',
  alreadyAccepted: 'You have accepted the agreement',
  toPassword: 'Continue and choose a password',
  passwordTitle: 'Choose a password',
  passwordLead: 'You sign in with {email} and the password you choose here.',
  create: 'Create account',
  creating: 'Creating account…',
  registerAgain: 'Register the company again',
  signIn: 'Sign in',
  'expired-link': {
    title: 'The link has expired',
    text: 'The link is valid for 72 hours. Register the company again to get a new one.',
  },
  'used-link': {
    title: 'The link has already been used',
    text: 'The account is activated. Sign in with the e-mail address and the password you chose.',
  },
  'unknown-link': {
    title: 'The link cannot be opened',
    text: 'Check that the whole address from the letter came along, or register the company again to get a new link.',
  },
} as const satisfies Shape<typeof source>
