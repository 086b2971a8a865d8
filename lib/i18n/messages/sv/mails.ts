/** Letters: Swedish, the source. */
export const mails = {
  greeting: 'Hej {name},',
  greetingUnknown: 'Hej,',
  signature: 'Talong',
  linkFallback: 'Fungerar inte knappen? Kopiera adressen till webbläsaren:',
  activation: {
    subject: 'Aktivera ditt konto i Talong',
    text: '{company} har registrerats i Talong med den här e-postadressen. Öppna länken, läs avtalet och välj ett lösenord.',
    button: 'Aktivera kontot',
    validity:
      'Länken gäller i 72 timmar och kan användas en gång. Har du inte registrerat företaget kan du bortse från det här brevet.',
  },
  'already-registered': {
    subject: 'Du har redan ett konto i Talong',
    text: 'Någon har försökt registrera ett företag med den här e-postadressen, som redan har ett konto. Logga in med det lösenord du har.',
    button: 'Logga in',
    validity: 'Var det inte du? Då behöver du inte göra något. Ingenting har ändrats.',
  },
} as const
