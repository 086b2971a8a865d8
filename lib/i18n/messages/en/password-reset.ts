import type { Shape } from '../shape.ts'
import type { passwordReset as source } from '../sv/password-reset.ts'

/** A forgotten password: English. */
export const passwordReset = {
  title: 'Forgotten your password?',
  lead: 'Type your e-mail address and we send a link to choose a new password.',
  submit: 'Send link',
  toSignIn: 'To Sign in',
  sentTitle: 'Check your e-mail',
  sentText:
    'If <strong>{email}</strong> has an account, we have sent a link there. It is valid for one hour.',
  sentMissing: 'No letter? Look in the junk mail and check the address.',
  otherAddress: 'Change address',
  newTitle: 'Choose a new password',
  newLead: 'For {email}. Every device where you are signed in is signed out.',
  save: 'Save and sign in',
  newLink: 'Send a new link',
  'expired-link': {
    title: 'The link has expired',
    text: 'The link is valid for one hour. Ask for a new one.',
  },
  'used-link': {
    title: 'The link has already been used',
    text: 'Sign in with your password, or ask for a new link.',
  },
  'unknown-link': {
    title: 'The link cannot be opened',
    text: 'Check that the whole address from the letter came along, or ask for a new link.',
  },
} as const satisfies Shape<typeof source>
