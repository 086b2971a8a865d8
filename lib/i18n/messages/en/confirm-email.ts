import type { Shape } from '../shape.ts'
import type { confirmEmail as source } from '../sv/confirm-email.ts'

/** Confirming a new address: English. */
export const confirmEmail = {
  title: 'Confirm your new e-mail address',
  text: '<strong>{email}</strong> becomes your sign-in when you confirm.',
  confirm: 'Confirm the address',
  confirming: 'Confirming…',
  doneTitle: 'The e-mail address is changed',
  doneText: 'Sign in with the new address from now on.',
  signIn: 'Sign in',
  toStart: 'To the start page',
  toSettings: 'To User details',
  'expired-link': {
    title: 'The link has expired',
    text: 'The link is valid for 72 hours. Change the address again under User details.',
  },
  'used-link': {
    title: 'The link has already been used',
    text: 'The address is confirmed, or you have asked for another one since.',
  },
  'unknown-link': {
    title: 'The link cannot be opened',
    text: 'Check that the whole address from the letter came along, or change the address again under User details.',
  },
} as const satisfies Shape<typeof source>
