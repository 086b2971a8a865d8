import type { Shape } from '../shape.ts'
import type { activation as source } from '../sv/activation.ts'

/** Activation, agreement, choosing a password: English. */
export const activation = {
  title: 'Read and accept the agreement',
  lead: 'The agreement is for {company}.',
  alreadyAccepted: 'You have accepted the agreement',
  toPassword: 'Continue and choose a password',
  passwordTitle: 'Choose a password',
  passwordLead: 'You sign in with {email} and the password you choose here.',
  create: 'Create account',
  creating: 'Creating account…',
  newLink: 'Send a new link',
  registerAgain: 'Register the company again',
  signIn: 'Sign in',
  'expired-link': {
    title: 'The link has expired',
    text: 'The link is valid for 72 hours. We can send a new one to the same address.',
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
