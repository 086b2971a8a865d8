/** A forgotten password: Swedish, the source. */
export const passwordReset = {
  title: 'Glömt lösenord?',
  lead: 'Skriv din e-postadress, så skickar vi en länk för att välja ett nytt lösenord.',
  submit: 'Skicka länk',
  toSignIn: 'Till Logga in',
  sentTitle: 'Kolla din e-post',
  sentText: 'Om <strong>{email}</strong> har ett konto har vi skickat en länk dit. Den gäller i en timme.',
  sentMissing: 'Kommer inget brev? Titta i skräpposten och kontrollera adressen.',
  otherAddress: 'Ändra adress',
  newTitle: 'Välj ett nytt lösenord',
  newLead: 'För {email}. Alla enheter där du är inloggad loggas ut.',
  save: 'Spara och logga in',
  newLink: 'Skicka en ny länk',
  'expired-link': {
    title: 'Länken har gått ut',
    text: 'Länken gäller i en timme. Be om en ny.',
  },
  'used-link': {
    title: 'Länken är redan använd',
    text: 'Logga in med ditt lösenord, eller be om en ny länk.',
  },
  'unknown-link': {
    title: 'Länken går inte att öppna',
    text: 'Kontrollera att hela adressen från brevet följde med, eller be om en ny länk.',
  },
} as const
