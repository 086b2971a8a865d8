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
  'password-reset': {
    subject: 'Välj ett nytt lösenord i Talong',
    text: 'Någon, troligen du, har bett om ett nytt lösenord för kontot med den här e-postadressen. Öppna länken och välj det.',
    button: 'Välj nytt lösenord',
    validity:
      'Länken gäller i en timme och kan användas en gång. Var det inte du? Då behöver du inte göra något, ditt lösenord är detsamma.',
  },
  'password-changed': {
    subject: 'Ditt lösenord i Talong är ändrat',
    text: 'Lösenordet för ditt konto har just ändrats, och alla andra enheter är utloggade.',
    button: 'Logga in',
    validity: 'Var det inte du? Välj Glömt lösenord på inloggningssidan genast, och kontakta supporten.',
  },
  'email-change': {
    subject: 'Bekräfta din nya e-postadress i Talong',
    text: 'Öppna länken för att börja logga in med den här adressen.',
    button: 'Bekräfta adressen',
    validity:
      'Länken gäller i 72 timmar och kan användas en gång. Har du inte bett om det kan du bortse från det här brevet.',
  },
  'email-changed': {
    subject: 'Din e-postadress i Talong är ändrad',
    text: 'Ditt konto har fått en annan e-postadress. Den här adressen kan inte längre användas för att logga in.',
    button: 'Till inloggningen',
    validity: 'Var det inte du? Kontakta supporten genast.',
  },
  'payment-changed': {
    subject: 'Betaluppgifterna för {company} är ändrade',
    text: '{who} har ändrat vilka konton {company} får betalt till. Ändringen gäller nya fakturor.',
    button: 'Se betaluppgifterna',
    validity: 'Känner du inte till ändringen? Kontakta {who} eller supporten innan nästa faktura skickas.',
  },
  'link-request': {
    subject: '{supplier} vill skicka e-fakturor till {party}',
    text: '{supplier} ({orgNumber}) vill lägga till {party} som kund i Talong och skicka e-fakturor. Öppna länken för att godkänna eller neka. Inget händer förrän du har valt.',
    button: 'Svara på förfrågan',
    validity: 'Länken gäller i 72 timmar.',
  },
  'link-reminder': {
    subject: 'Påminnelse: {supplier} väntar på svar från {party}',
    text: '{supplier} ({orgNumber}) vill skicka e-fakturor till {party} och väntar på ert svar. Öppna länken för att godkänna eller neka.',
    button: 'Svara på förfrågan',
    validity: 'Länken gäller i 72 timmar.',
  },
  'link-approved': {
    subject: '{party} tar emot dina e-fakturor',
    text: '{party} har godkänt dig som leverantör. Fakturor som väntar kan skickas nu.',
    button: 'Öppna kundregistret',
    validity: 'Du får brevet för att du bad om att bli godkänd.',
  },
  'link-approved-sends': {
    subject: '{party} tar emot dina e-fakturor',
    text: '{party} har godkänt dig som leverantör. Fakturor som är klara att skicka går iväg av sig själva om en minut.',
    button: 'Öppna Godkänn och skicka',
    validity: 'Det har ni valt på kundens sida, och där kan ni ändra det.',
  },
  'invoice-delivered': {
    subject: 'Klar: faktura {number} till {party}',
    text: 'Faktura {number} har kommit fram till {party}.',
    button: 'Öppna fakturan',
    validity: 'Du får brevet för att du har valt det i Användaruppgifter.',
  },
  'invoices-delivered': {
    subject: '{count, plural, one {# faktura är Klar} other {# fakturor är Klara}} ({day})',
    text: 'Det senaste dygnet, fram till kl. 16 den {day}, har {count, plural, one {en faktura} other {# fakturor}} från dig kommit fram:',
    invoice: 'Faktura {number}',
    'credit-note': 'Kreditfaktura {number}',
    more: 'och {count} till.',
    now: 'Hos er just nu: {waiting}.',
    underWay: '{count} på väg',
    ready: '{count} i Godkänn och skicka',
    failed: '{count} med fel',
    button: 'Öppna Skickade dokument',
    validity: 'Du får brevet för att du har valt ett brev om dagen i Användaruppgifter.',
  },
  'invoice-failed': {
    subject: 'Faktura {number} till {party} kom inte fram',
    text: 'Faktura {number} till {party} kom inte fram. På fakturans sida står varför, och där kan du rätta och skicka den igen. Allt du har fyllt i finns kvar.',
    button: 'Se vad som hände',
    validity: 'Du får brevet för att du skickade fakturan.',
  },
  'invoice-rejected': {
    subject: '{party} har avvisat faktura {number}',
    text: '{party} har avvisat faktura {number}. Deras skäl: {reason}',
    button: 'Gör en ny faktura',
    validity: 'Du får brevet för att du skickade fakturan. Hör av dig till mottagaren om skälet är oklart.',
  },
  'invoice-no-receipt': {
    subject: 'Ingen kvittens än för faktura {number} till {party}',
    text: 'Det har gått en halvtimme sedan faktura {number} skickades till {party}, och ingen har bekräftat att den kom fram. Skicka den inte en gång till: den kan vara framme. På fakturans sida står vad som händer nu.',
    button: 'Se var fakturan är',
    validity: 'Du får brevet för att du skickade fakturan.',
  },
  'link-refused': {
    subject: '{party} har nekat din förfrågan',
    text: '{party} tar inte emot e-fakturor från dig. Deras skäl: {reason}',
    button: 'Öppna kundregistret',
    validity: 'Kontakta mottagaren om du tror att det är ett misstag.',
  },
  'link-withdrawn': {
    subject: '{party} tar inte längre emot e-fakturor från dig',
    text: '{party} har återkallat sitt godkännande. Fakturor som väntar ligger kvar i Godkänn och skicka.',
    button: 'Öppna kundregistret',
    validity: 'Kontakta mottagaren om du tror att det är ett misstag.',
  },
  'party-claim': {
    subject: 'Ta emot e-fakturor för {party} i Talong',
    text: 'Någon hos {party}, troligen du, vill börja ta emot e-fakturor i Talong. Öppna länken, läs avtalet och välj ett lösenord.',
    button: 'Kom igång',
    validity:
      'Länken gäller i 72 timmar och kan användas en gång. Har ni inte bett om det kan du bortse från det här brevet.',
  },
} as const
