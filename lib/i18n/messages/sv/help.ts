/** Help: Swedish, the source. */
export const help = {
  title: 'Hjälp',
  lead: 'Så gör du, från registrering till Klar.',
  searchLabel: 'Sök i hjälpen',
  search: 'Sök',
  showAll: 'Visa allt',
  hits: '{count, plural, =0 {Inga träffar på ”{text}”} one {# träff på ”{text}”} other {# träffar på ”{text}”}}',
  noHitsText: 'Prova ett annat ord, eller kontakta oss längst ner på sidan.',
  tasks: 'Så gör du',
  states: 'Vad betyder status',
  terms: 'Ord och begrepp',
  keys: 'Tangentbord',
  contact: 'Har du några frågor?',
  contactText: 'Ring eller skriv om något inte fungerar. Uppge referensnumret om det står ett på sidan.',
  hours: 'Vardagar {hours}',
  checklist: 'Visa Kom igång igen',
  articles: {
    register: {
      title: 'Registrera företaget',
      text: 'Välj Registrera ditt företag på inloggningssidan. Fyll i organisationsnummer, företagsnamn, ditt namn och din e-postadress. Du får ett brev med en länk som gäller i 72 timmar. Kom det inget brev? Titta i skräpposten, eller be om ett nytt.',
    },
    activate: {
      title: 'Aktivera kontot',
      text: 'Öppna länken i brevet. Läs avtalet, kryssa i att du godkänner det och välj ett lösenord med minst 12 tecken. Sedan loggar du in med e-postadress och lösenord. Har länken gått ut registrerar du dig igen.',
    },
    customer: {
      title: 'Lägg till en kund',
      text: 'Gå till Kundregister och välj Sök & lägg till kunder. Sök på namn, organisationsnummer, momsnummer, GLN, IBAN, bankgiro eller Peppol-id. Välj Lägg till och följ de två stegen. Ditt eget kundnummer är valfritt och skickas aldrig.',
    },
    approval: {
      title: 'När kunden inväntar godkännande',
      text: 'En del mottagare godkänner nya leverantörer först. Då står det Inväntar godkännande på kunden. Du kan skriva fakturor redan nu, men inte skicka dem. Du får ett brev när mottagaren har svarat, och du kan påminna en gång i veckan. Nekar mottagaren står skälet på kunden.',
    },
    template: {
      title: 'Spara och använda en mall',
      text: 'Fyll i det som återkommer i en faktura och välj Spara som mall. En mall får vara halvfärdig och har aldrig nummer eller datum. Öppna den under Sparade fakturamallar: förfallodatum räknas från dagen du använder den. Du kan ha tio mallar.',
    },
    invoice: {
      title: 'Skapa en e-faktura',
      text: 'Välj Skapa e-faktura och sedan mottagare. Fyll i uppgifter, rader och betalning. Obligatoriska fält har en röd ram tills de är ifyllda. Det du skriver sparas hela tiden. Välj Gå vidare med fakturan när Fakturakontrollen säger att allt stämmer.',
    },
    credit: {
      title: 'Kreditera en faktura',
      text: 'Öppna fakturan under Skickade dokument och välj Kreditera. Du får ett utkast till en kreditfaktura med samma rader och en hänvisning till fakturan. Ta bort rader eller sänk antal om bara en del ska krediteras. Beloppen skrivs som positiva tal. Skicka den som en vanlig faktura.',
    },
    attachments: {
      title: 'Bifoga filer',
      text: 'Välj en faktura i Godkänn och skicka, eller avsnittet Bilagor i formuläret, och sedan Välj fil. På telefonen kan du fota ett kvitto. Högst 5 MB per fil, 10 filer och 10 MB tillsammans. Filtyper: PDF, PNG, JPEG, CSV, XLSX och ODS. Andra filer sparar du som PDF först. Har du en originalfaktura bör du bifoga den.',
    },
    send: {
      title: 'Godkänna och skicka',
      text: 'Fakturorna ligger under Godkänn och skicka. Välj en för att se den, och markera en, flera eller alla som ska skickas. Tryck på Skicka, läs sammanfattningen och välj Skicka nu. Kan en faktura inte skickas står skälet på raden. Ändra för tillbaka den till formuläret med allt kvar.',
    },
    check: {
      title: 'Se om fakturan kom fram',
      text: 'Gå till Mina dokument. Skickade dokument visar de senaste 90 dagarna; välj Allt för äldre. Sök på nummer, mottagare, belopp eller referens. Klar betyder att mottagarens sida har bekräftat fakturan. Öppna den för att se vad som har hänt och när.',
    },
    settings: {
      title: 'Ändra uppgifter, konto och lösenord',
      text: 'Gå till Inställningar. Användaruppgifter har ditt namn, din e-post, ditt språk och ditt lösenord. Företagsuppgifter har adress, momsnummer och F-skatt. Betalning har kontona som dina kunder betalar till. Fakturor har nummerserier och vanliga villkor. Ändringar gäller fakturor du skapar därefter.',
    },
    recipient: {
      title: 'Ta emot fakturor',
      text: 'Är ni mottagare hamnar fakturorna i Inkorg. Olästa är märkta. Öppna en för att läsa den och hämta XML och bilagor. Leverantörer som vill skicka till er godkänner eller nekar ni under Kopplingsförfrågningar, eller via länken i brevet.',
    },
  },
  stateTexts: {
    draft: 'Fakturan är påbörjad och kan ändras.',
    ready: 'Fakturan har fått sitt nummer och ligger i Godkänn och skicka.',
    sending: 'Fakturan är på väg.',
    'handed-over': 'Mottagarens operatör har fakturan. Beskedet väntar.',
    delivered: 'Mottagarens sida har bekräftat fakturan.',
    retrying: 'Fakturan gick inte fram just nu. Vi försöker igen, du behöver inte göra något.',
    failed: 'Fakturan kom inte fram. Orsaken står på fakturan, med vad du gör nu.',
    rejected: 'Mottagaren tar inte emot fakturan. Kreditera den och skicka en ny.',
    voided: 'Fakturan togs bort innan den skickades. Numret används inte igen.',
  },
  termTexts: {
    reference: {
      term: 'Er referens',
      text: 'Mottagarens märkning av köpet. Fråga den som beställde om du inte har fått någon.',
    },
    gln: { term: 'GLN', text: 'Ett nummer med 13 siffror som pekar ut ett företag eller en plats.' },
    peppolId: {
      term: 'Peppol-id',
      text: 'Mottagarens adress i Peppol, nätet som e-fakturor skickas genom.',
    },
    ocr: {
      term: 'OCR',
      text: 'En betalningsreferens med kontrollsiffra, så att betalningen kopplas till rätt faktura.',
    },
    checkDigit: {
      term: 'Kontrollsiffra',
      text: 'En siffra som räknas ut ur de andra. Stämmer den inte är någon siffra fel eller har bytt plats. Jämför numret siffra för siffra.',
    },
    creditNote: { term: 'Kreditfaktura', text: 'En faktura som tar tillbaka hela eller en del av en annan.' },
  },
  keyTexts: {
    next: { keys: 'Tabb, Skift + Tabb', text: 'nästa och föregående fält' },
    row: { keys: 'Enter på en fakturarad', text: 'samma kolumn på nästa rad; på den sista en ny rad' },
    earlier: { keys: 'Pil ner och Enter i Benämning', text: 'ta en rad från tidigare fakturor' },
    duplicate: { keys: 'Ctrl + D', text: 'kopiera raden' },
    move: { keys: 'Alt + pil upp eller ner', text: 'flytta raden' },
    remove: { keys: 'Ctrl + Backsteg', text: 'ta bort raden, går att ångra' },
    close: { keys: 'Esc', text: 'stäng en dialog eller lista' },
  },
} as const
