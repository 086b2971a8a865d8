/** A recipient organisation connects: Swedish, the source. */
export const claim = {
  title: 'Ta emot e-fakturor i Talong',
  lead: 'För organisationer som finns i katalogen.',
  hint: 'Vi skickar en länk till den adress som katalogen har för organisationen.',
  submit: 'Skicka länk',
  sentTitle: 'Kolla organisationens e-post',
  sentText:
    'Finns organisationen i katalogen med en e-postadress har vi skickat en länk dit. Länken gäller i 72 timmar.',
  sentMissing: 'Kommer inget brev inom en stund? Kontrollera numret, eller kontakta supporten.',
  again: 'Prova ett annat nummer',
  openMailbox: 'Öppna brevlådan',
  acceptTitle: 'Anslut {party}',
  acceptLead: 'Läs avtalet, skriv ditt namn och välj ett lösenord. Sedan är inkorgen öppen.',
  version: 'Version {version}',
  accept: 'Jag har läst och godkänner avtalet för {party}',
  signInWith: 'Du loggar in med {email}.',
  create: 'Anslut organisationen',
  creating: 'Ansluter…',
  signIn: 'Logga in',
  newLink: 'Be om en ny länk',
  'unknown-link': {
    title: 'Länken går inte att öppna',
    text: 'Kontrollera att hela adressen från brevet följde med, eller be om en ny länk.',
  },
  'claim-expired': { title: 'Länken har gått ut', text: 'Länken gäller i 72 timmar. Be om en ny.' },
  'used-link': { title: 'Länken är redan använd', text: 'Organisationen är ansluten. Logga in.' },
  'claim-taken': {
    title: 'Organisationen är redan ansluten',
    text: 'Logga in, eller kontakta supporten om du tror att det är fel.',
  },
  'address-taken': {
    title: 'Adressen har redan ett konto',
    text: 'Brevet gick till en adress som redan används i Talong. Kontakta supporten så ansluter vi er med en annan adress. Inget har ändrats i kontot.',
  },
} as const
