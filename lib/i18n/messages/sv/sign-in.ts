/** Signing in: Swedish, the source. */
export const signIn = {
  title: 'Logga in',
  lead: 'Skapa, skicka och följ dina e-fakturor.',
  submit: 'Logga in',
  pending: 'Loggar in…',
  noAccount: 'Har företaget inget konto?',
  register: 'Registrera ditt företag',
} as const
