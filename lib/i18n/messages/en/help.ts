import type { Shape } from '../shape.ts'
import type { help as source } from '../sv/help.ts'

/** Help: English. */
export const help = {
  title: 'Help',
  lead: 'How to, from registration to Delivered.',
  tasks: 'How to',
  states: 'What the states mean',
  terms: 'Words and terms',
  contact: 'Contact us',
  contactText: 'Call or write if something does not work. Give the reference number if the page shows one.',
  articles: {
    register: {
      title: 'Register the company',
      text: 'Choose Register your company and fill in organisation number, names and e-mail. Open the link in the letter, read the agreement, accept it and choose a password. The link is valid for 72 hours.',
    },
    company: {
      title: 'Fill in company details and account',
      text: 'Go to Settings. Company details holds organisation number, VAT number, address and contact details. Payment holds the account that your customers pay to. All of it stands on the invoices you create after that.',
    },
    customer: {
      title: 'Add a customer',
      text: 'Go to Customer register and choose Search & add customers. Search by name or organisation number, choose Add and follow the two steps. Some recipients approve new suppliers first. It then says Awaiting approval.',
    },
    invoice: {
      title: 'Create an e-invoice',
      text: 'Choose Create e-invoice and then a recipient. Fill in details and lines. What you type is saved all the time. Choose Continue with invoice when the invoice check says that all is correct.',
    },
    send: {
      title: 'Send the invoice',
      text: 'The invoice is under Approve and send. Tick it, choose Send and confirm. You have some seconds to undo.',
    },
    check: {
      title: 'See whether the invoice arrived',
      text: 'Go to My documents and Sent documents. Delivered means that the receiving side has confirmed the invoice. Open the invoice to see what has happened and when.',
    },
    numbers: {
      title: 'When the check digit does not fit',
      text: 'Organisation numbers, bankgiro, plusgiro and IBAN end or begin with digits that are worked out from the others. If they do not fit, a digit is wrong or has changed place. Compare the number with the one you were given, digit by digit.',
    },
  },
  stateTexts: {
    draft: 'The invoice is begun and can be changed.',
    ready: 'The invoice is in Approve and send.',
    sending: 'The invoice is on its way.',
    delivered: 'The receiving side has confirmed the invoice.',
    failed: 'The invoice did not arrive. The reason is on the invoice, with what to do now.',
  },
  termTexts: {
    reference: {
      term: 'Your reference',
      text: 'The recipient’s mark for the purchase. Ask whoever ordered if you were not given one.',
    },
    gln: { term: 'GLN', text: 'A number of 13 digits that points out a company or a place.' },
    peppolId: {
      term: 'Peppol id',
      text: 'The recipient’s address in Peppol, the network that e-invoices are sent through.',
    },
    ocr: {
      term: 'OCR',
      text: 'A payment reference with a check digit, so that the payment finds the right invoice.',
    },
  },
} as const satisfies Shape<typeof source>
