/** Activation, agreement, choosing a password: Swedish, the source. */
export const activation = {
  title: 'Läs och godkänn avtalet',
  lead: 'Avtalet gäller för {company}.',
  alreadyAccepted: 'Du har godkänt avtalet',
  toPassword: 'Fortsätt och välj lösenord',
  passwordTitle: 'Välj lösenord',
  passwordLead: 'Du loggar in med {email} och lösenordet du väljer här.',
  create: 'Skapa konto',
  creating: 'Skapar konto…',
  newLink: 'Skicka en ny länk',
  registerAgain: 'Registrera företaget igen',
  signIn: 'Logga in',
  'expired-link': {
    title: 'Länken har gått ut',
    text: 'Länken gäller i 72 timmar. Vi kan skicka en ny till samma adress.',
  },
  'used-link': {
    title: 'Länken är redan använd',
    text: 'Kontot är aktiverat. Logga in med e-postadressen och lösenordet du valde.',
  },
  'unknown-link': {
    title: 'Länken går inte att öppna',
    text: 'Kontrollera att hela adressen från brevet följde med, eller registrera företaget igen för att få en ny länk.',
  },
} as const
