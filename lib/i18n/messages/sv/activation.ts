/** Activation, agreement, choosing a password: Swedish, the source. */
export const activation = {
  title: 'Läs och godkänn avtalet',
  lead: 'Avtalet gäller för {company}.',
  summary: 'Det viktigaste i tre punkter',
  point1:
    'Tjänsten är gratis för den som skickar. Företaget ansvarar för att uppgifterna på fakturorna är riktiga.',
  point2:
    'En faktura visas som Klar först när mottagarens sida har bekräftat den. Det som har skickats sparas oförändrat i minst sju år.',
  point3:
    'Personuppgifter används för att leverera tjänsten. Företaget kan sluta när som helst och hämta ut sina dokument.',
  version: 'Version {version}',
  accept: 'Jag har läst och godkänner avtalet för {company}',
  acceptButton: 'Godkänn och fortsätt',
  alreadyAccepted: 'Du har godkänt avtalet',
  toPassword: 'Fortsätt och välj lösenord',
  passwordTitle: 'Välj lösenord',
  passwordLead: 'Du loggar in med {email} och lösenordet du väljer här.',
  create: 'Skapa konto',
  creating: 'Skapar konto…',
  registerAgain: 'Registrera företaget igen',
  signIn: 'Logga in',
  'expired-link': {
    title: 'Länken har gått ut',
    text: 'Länken gäller i 72 timmar. Registrera företaget igen för att få en ny.',
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
