import type { Shape } from '../shape.ts'
import type { register as source } from '../sv/register.ts'

/** Registering a company, and the embedded mailbox: English. */
export const register = {
  title: 'Register your company',
  lead: 'It is free. You get a link by e-mail and choose a password when you have read the agreement.',
  orgNumberHint: 'Ten digits. For a sole trader it is your personal identity number.',
  emailHint: 'This is where we send the link. The address also becomes your sign-in.',
  haveAccount: 'Do you already have an account?',
  signIn: 'Sign in',
  sentTitle: 'Check your e-mail',
  sentText: 'We have sent a link to <strong>{email}</strong>. It is valid for 72 hours.',
  sentNext: 'Open the link, read the agreement and choose a password.',
  sentMissing: 'No letter? Look in the junk mail and check the address.',
  resend: 'Send again',
  resent: 'We sent a new link at {time}.',
  resendIn: 'You can send again in {seconds, plural, one {# second} other {# seconds}}.',
  wait: 'Wait {seconds, plural, one {# second} other {# seconds}}, then send again.',
  changeAddress: 'Change address',
  mailboxNotice: 'This installation sends no mail',
  mailboxNoticeText: 'The letters are in a mailbox on this computer.',
  openMailbox: 'Open the mailbox',
  mailboxTitle: 'Mailbox',
  mailboxLead: 'Letters that this installation has written, newest first.',
  mailboxEmpty: 'No letters yet',
  mailboxEmptyText: 'Letters arrive here when a company is registered. It takes a few seconds.',
  mailboxTo: 'To {address}',
  mailboxFiles: 'Attached: {files}. The files are in {folder}.',
} as const satisfies Shape<typeof source>
