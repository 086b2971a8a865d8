/** Signing in: Swedish, the source. */
export const signIn = {
  sandbox: 'Prova utan konto',
  sandboxPending: 'Öppnar…',
  sandboxText: 'Du får ett påhittat företag där allt fungerar, men inget skickas på riktigt.',
  sandboxTooMany: 'Det har startats många prov härifrån nyss. Försök igen om en kvart.',
  title: 'Logga in',
  lead: 'Skapa, skicka och följ dina e-fakturor.',
  submit: 'Logga in',
  pending: 'Loggar in…',
  forgotten: 'Glömt lösenord?',
  again: {
    title: 'Logga in igen för att fortsätta',
    text: 'Du är utloggad. Det du har skrivit finns kvar här. Skriv lösenordet för {email}.',
  },
  noAccount: 'Har företaget inget konto?',
  register: 'Registrera ditt företag',
} as const
