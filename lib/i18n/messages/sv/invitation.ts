/** An operator's invitation: Swedish, the source. */
export const invitation = {
  title: 'Bli operatör',
  lead: 'Inbjudan är till {email}. Skriv ditt namn och välj ett lösenord.',
  create: 'Skapa konto',
  creating: 'Skapar konto…',
  signIn: 'Logga in',
  'expired-link': {
    title: 'Inbjudan har gått ut',
    text: 'En inbjudan gäller i 72 timmar. Be den som bjöd in dig om en ny.',
  },
  'used-link': {
    title: 'Inbjudan är redan använd',
    text: 'Logga in om du har ett konto. Annars har du fått en nyare inbjudan.',
  },
  'unknown-link': {
    title: 'Inbjudan går inte att öppna',
    text: 'Kontrollera att hela adressen följde med.',
  },
} as const
