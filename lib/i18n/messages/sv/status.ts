/**
 * The words of every invoice and delivery state, keyed by the state's internal name: `word` stands on the tag,
 * `detail` below it. Swedish, the source.
 */
export const status = {
  draft: { word: 'Utkast', detail: '' },
  ready: { word: 'Klar att skicka', detail: 'i Godkänn och skicka' },
  sent: { word: 'Skickad', detail: '' },
  queued: { word: 'Skickas om {seconds} s', detail: 'Ångra' },
  sending: { word: 'Skickas', detail: 'på väg till mottagarens operatör' },
  'handed-over': { word: 'Överlämnad', detail: 'till mottagarens operatör, väntar på besked' },
  delivered: {
    word: 'Klar',
    detail: 'Mottagarens operatör har tagit emot den {time}',
    detailSimulated: 'På prov: ingen har fått den',
    detailRecipient: 'Levererad till mottagaren {time}',
    detailFetched: 'Hämtad av mottagaren {time}',
  },
  mailed: { word: 'Skickad med e-post', detail: 'inte en e-faktura' },
  uncertain: { word: 'Oklart om den kom fram', detail: 'skickas inte igen av sig själv' },
  answered: { word: 'Besvarad', detail: 'svar från mottagaren' },
  accepted: { word: 'Godkänd', detail: 'svar från mottagaren' },
  'under-query': { word: 'Under utredning', detail: 'svar från mottagaren' },
  paid: { word: 'Betald', detail: 'svar från mottagaren' },
  retrying: { word: 'Försöker igen', detail: 'nästa försök {time}, du behöver inte göra något' },
  failed: { word: 'Ej levererad', detail: '{reason}' },
  rejected: { word: 'Avvisad av mottagaren', detail: '{reason}' },
  voided: { word: 'Makulerad', detail: 'numret används inte igen' },
  cancelled: { word: 'Ångrad', detail: 'skickades inte' },
  // What stands below the word where the general sentence does not fit.
  detail: {
    queued: 'strax på väg till mottagarens inkorg',
    sending: 'på väg till mottagarens inkorg',
    retrying: 'nytt försök inom kort, du behöver inte göra något',
    failed: 'Fakturan kom inte fram.',
    rejected: 'svar från mottagaren',
  },
  // A customer link or a party, seen from the supplier.
  canReceive: 'Tar emot e-faktura',
  cannotReceiveYet: 'Kan inte ta emot ännu',
  cannotReceiveAnymore: 'Kan inte längre ta emot',
  awaitingApproval: 'Inväntar godkännande',
  approved: 'Godkänd',
  refused: 'Nekad',
  withdrawn: 'Återkallad',
  // A row in Godkänn och skicka.
  mustBeFixed: 'Måste rättas',
  awaitingRecipient: 'Inväntar godkännande av mottagaren',
  cannotSendYet: 'Kan inte skickas ännu',
  unread: 'Oläst',
} as const
