/** Confirming a new address: Swedish, the source. */
export const confirmEmail = {
  title: 'Bekräfta din nya e-postadress',
  text: '<strong>{email}</strong> blir din inloggning när du bekräftar.',
  confirm: 'Bekräfta adressen',
  confirming: 'Bekräftar…',
  doneTitle: 'E-postadressen är ändrad',
  doneText: 'Logga in med den nya adressen från och med nu.',
  signIn: 'Logga in',
  toStart: 'Till startsidan',
  toSettings: 'Till Användaruppgifter',
  'expired-link': {
    title: 'Länken har gått ut',
    text: 'Länken gäller i 72 timmar. Ändra adressen igen under Användaruppgifter.',
  },
  'used-link': {
    title: 'Länken är redan använd',
    text: 'Adressen är bekräftad, eller så har du bett om en annan sedan dess.',
  },
  'unknown-link': {
    title: 'Länken går inte att öppna',
    text: 'Kontrollera att hela adressen från brevet följde med, eller ändra adressen igen under Användaruppgifter.',
  },
} as const
