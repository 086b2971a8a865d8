/** Help: Swedish, the source. */
export const help = {
  title: 'Hjälp',
  lead: 'Så gör du, från registrering till Klar.',
  tasks: 'Så gör du',
  states: 'Vad betyder status',
  terms: 'Ord och begrepp',
  contact: 'Kontakta oss',
  contactText: 'Ring eller skriv om något inte fungerar. Uppge referensnumret om det står ett på sidan.',
  articles: {
    register: {
      title: 'Registrera företaget',
      text: 'Välj Registrera ditt företag och fyll i organisationsnummer, namn och e-post. Öppna länken i brevet, läs avtalet, godkänn det och välj ett lösenord. Länken gäller i 72 timmar.',
    },
    company: {
      title: 'Fyll i företagsuppgifter och konto',
      text: 'Gå till Inställningar. Under Företagsuppgifter finns organisationsnummer, momsnummer, adress och kontaktuppgifter. Under Betalning finns kontot som dina kunder betalar till. Allt står på fakturorna du skapar därefter.',
    },
    customer: {
      title: 'Lägg till en kund',
      text: 'Gå till Kundregister och välj Sök & lägg till kunder. Sök på namn eller organisationsnummer, välj Lägg till och följ de två stegen. Vissa mottagare godkänner nya leverantörer först. Då står det Inväntar godkännande.',
    },
    invoice: {
      title: 'Skapa en e-faktura',
      text: 'Välj Skapa e-faktura och sedan mottagare. Fyll i uppgifter och rader. Det du skriver sparas hela tiden. Välj Gå vidare med fakturan när Fakturakontrollen säger att allt stämmer.',
    },
    send: {
      title: 'Skicka fakturan',
      text: 'Fakturan ligger under Godkänn och skicka. Markera den, välj Skicka och bekräfta. Du hinner ångra i några sekunder.',
    },
    check: {
      title: 'Se om fakturan kom fram',
      text: 'Gå till Mina dokument och Skickade dokument. Klar betyder att mottagarens sida har bekräftat fakturan. Öppna fakturan för att se vad som har hänt och när.',
    },
    numbers: {
      title: 'När kontrollsiffran inte stämmer',
      text: 'Organisationsnummer, bankgiro, plusgiro och IBAN slutar eller börjar med siffror som räknas ut ur de andra. Stämmer de inte är någon siffra fel eller har bytt plats. Jämför numret med det du har fått, siffra för siffra.',
    },
  },
  stateTexts: {
    draft: 'Fakturan är påbörjad och kan ändras.',
    ready: 'Fakturan ligger i Godkänn och skicka.',
    sending: 'Fakturan är på väg.',
    delivered: 'Mottagarens sida har bekräftat fakturan.',
    failed: 'Fakturan kom inte fram. Orsaken står på fakturan, med vad du gör nu.',
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
  },
} as const
