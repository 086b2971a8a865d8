import type { Shape } from '../shape.ts'
import type { signIn as source } from '../sv/sign-in.ts'

/** Signing in: English. */
export const signIn = {
  sandbox: 'Try without an account',
  sandboxPending: 'Opening…',
  sandboxText: 'You get a made-up company where everything works, but nothing is really sent.',
  sandboxTooMany: 'Many trials have just been started from here. Try again in a quarter of an hour.',
  title: 'Sign in',
  lead: 'Create, send and follow your e-invoices.',
  submit: 'Sign in',
  pending: 'Signing in…',
  forgotten: 'Forgotten your password?',
  again: {
    title: 'Sign in again to continue',
    text: 'You are signed out. What you have typed is still here. Type the password for {email}.',
  },
  noAccount: 'Does your company have no account yet?',
  register: 'Register your company',
} as const satisfies Shape<typeof source>
