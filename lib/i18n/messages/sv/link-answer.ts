/** The page behind the link of a request, for whoever has no account: Swedish, the source. */
export const linkAnswer = {
  title: '{supplier} vill skicka e-fakturor',
  lead: 'till {party}',
  supplier: 'Leverantör',
  orgNumber: 'Orgnr',
  customerNumber: 'Kundnummer',
  message: 'Meddelande',
  sent: 'Skickad',
  meaningTitle: 'Vad det betyder att godkänna',
  meaning:
    'Leverantören kan skicka e-fakturor till {party}. Du förbinder dig inte att betala något, och godkännandet kan återkallas.',
  nothingYet: 'Inget händer förrän du har valt.',
  approve: 'Godkänn',
  approving: 'Godkänner…',
  refuse: 'Neka…',
  refuseButton: 'Neka förfrågan',
  refusing: 'Nekar…',
  approved: { title: 'Förfrågan är godkänd', text: '{supplier} kan nu skicka e-fakturor till {party}.' },
  refused: { title: 'Förfrågan är nekad', text: '{supplier} har fått besked. Skäl: {reason}' },
  withdrawn: {
    title: 'Godkännandet är återkallat',
    text: '{supplier} kan inte längre skicka e-fakturor till {party}. Skäl: {reason}',
  },
  'taken-back': {
    title: 'Förfrågan är återtagen',
    text: '{supplier} frågar inte längre. Du behöver inte göra något.',
  },
  expired: {
    title: 'Länken har gått ut',
    text: 'Länken gäller i 72 timmar. Be {supplier} skicka en påminnelse, då gäller den igen.',
  },
  unknown: {
    title: 'Länken går inte att öppna',
    text: 'Kontrollera att hela adressen från brevet följde med.',
  },
  claimText: 'Vill ni svara på förfrågningar och läsa fakturor här?',
  claim: 'Anslut organisationen',
} as const
