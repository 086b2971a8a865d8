import type { Shape } from '../shape.ts'
import type { invitation as source } from '../sv/invitation.ts'

/** An operator's invitation: English. */
export const invitation = {
  title: 'Become an operator',
  lead: 'The invitation is for {email}. Type your name and choose a password.',
  create: 'Create account',
  creating: 'Creating account…',
  signIn: 'Sign in',
  'expired-link': {
    title: 'The invitation has expired',
    text: 'An invitation is valid for 72 hours. Ask whoever invited you for a new one.',
  },
  'used-link': {
    title: 'The invitation has already been used',
    text: 'Sign in if you have an account. Otherwise you have been sent a newer invitation.',
  },
  'unknown-link': {
    title: 'The invitation cannot be opened',
    text: 'Check that the whole address came along.',
  },
} as const satisfies Shape<typeof source>
