/** The agreement in force: Swedish, the source. */
export const agreement = {
  newTitle: 'Nytt avtal',
  newLead:
    'Avtalet har ändrats. Läs och godkänn det för {company} för att fortsätta. Allt du har sparat finns kvar.',
  changedNote: 'Avtalet har ändrats sedan du godkände det. Läs den nya versionen.',
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
  signOut: 'Logga ut',
} as const
