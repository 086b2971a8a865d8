/** Pages and banners for when something fails: Swedish, the source. */
export const errors = {
  notFoundTitle: 'Sidan finns inte',
  notFoundText: 'Adressen kan vara felskriven, eller så har sidan flyttats.',
  toStart: 'Till start',
  toDocuments: 'Sök bland dina dokument',
  broken: 'Något gick fel hos oss. Dina utkast är sparade.',
  reference: 'Referensnummer: {reference}',
  offline: 'Du är offline. Det du skriver sparas på den här enheten.',
  sessionEnded: 'Du har loggats ut. Logga in igen för att fortsätta.',
  forbidden: 'Du har inte behörighet till det här. Fråga den som är ägare av företagets konto.',
  panel: 'Kunde inte hämta. Försök igen.',
  tooMany: 'För många försök. Vänta en stund och försök igen.',
} as const
