/** The letter that an invoice by e-mail comes with: Swedish, the source. */
export const invoiceLetter = {
  subject: {
    invoice: 'Faktura {number} från {seller}',
    creditNote: 'Kreditfaktura {number} från {seller}',
  },
  lead: {
    invoice: 'Här kommer faktura {number} från {seller} till {buyer}.',
    creditNote: 'Här kommer kreditfaktura {number} från {seller} till {buyer}.',
  },
  amount: 'Belopp: {amount}.',
  amountDue: 'Att betala: {amount}, senast {date}.',
  files: 'Fakturan finns bifogad som PDF. XML-filen har samma uppgifter, för program som kan läsa in den.',
  noEInvoice: 'Det här är inte en e-faktura. Den är skickad med e-post.',
  questions: 'Har ni frågor om fakturan, hör av er till {seller}.',
} as const
