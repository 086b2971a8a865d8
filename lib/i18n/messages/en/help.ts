import type { Shape } from '../shape.ts'
import type { help as source } from '../sv/help.ts'

/** Help: English. */
export const help = {
  title: 'Help',
  lead: 'How to, from registration to Delivered.',
  searchLabel: 'Search the help',
  search: 'Search',
  showAll: 'Show everything',
  hits: '{count, plural, =0 {No hits for “{text}”} one {# hit for “{text}”} other {# hits for “{text}”}}',
  noHitsText: 'Try another word, or contact us at the foot of the page.',
  tasks: 'How to',
  states: 'What the states mean',
  terms: 'Words and terms',
  keys: 'Keyboard',
  contact: 'Do you have any questions?',
  contactText: 'Call or write if something does not work. Give the reference number if the page shows one.',
  hours: 'Weekdays {hours}',
  checklist: 'Show Get started again',
  articles: {
    register: {
      title: 'Register the company',
      text: 'Choose Register your company on the sign-in page. Fill in organisation number, company name, your name and your e-mail address. You get a letter with a link that is valid for 72 hours. No letter? Look in the junk mail, or ask for a new one.',
    },
    activate: {
      title: 'Activate the account',
      text: 'Open the link in the letter. Read the agreement, tick that you accept it and choose a password of at least 12 characters. Then sign in with e-mail address and password. If the link has run out, register again.',
    },
    customer: {
      title: 'Add a customer',
      text: 'Go to Customer register and choose Search & add customers. Search by name, organisation number, VAT number, GLN, IBAN, bankgiro or Peppol id. Choose Add and follow the two steps. Your own customer number is optional and never sent.',
    },
    approval: {
      title: 'When the customer awaits approval',
      text: 'Some recipients approve new suppliers first. The customer then says Awaiting approval. You can write invoices already, but not send them. You get a letter when the recipient has answered, and can remind once a week. If the recipient refuses, the reason is on the customer.',
    },
    template: {
      title: 'Save and use a template',
      text: 'Fill in what recurs in an invoice and choose Save as template. A template may be half finished and never holds numbers or dates. Open it under Saved invoice templates: the due date counts from the day you use it. You can have ten templates.',
    },
    invoice: {
      title: 'Create an e-invoice',
      text: 'Choose Create e-invoice and then a recipient. Fill in details, lines and payment. Mandatory fields have a red frame until they are filled in. What you type is saved all the time. Choose Continue with invoice when the invoice check says that all is correct.',
    },
    credit: {
      title: 'Credit an invoice',
      text: 'Open the invoice under Sent documents and choose Credit. You get a draft of a credit note with the same lines and a reference to the invoice. Remove lines or lower quantities if only a part is to be credited. Amounts are written as positive numbers. Send it like any invoice.',
    },
    attachments: {
      title: 'Attach files',
      text: 'Choose an invoice in Approve and send, or the section Attachments in the form, and then Choose file. On the phone you can photograph a receipt. At most 5 MB a file, 10 files and 10 MB together. File types: PDF, PNG, JPEG, CSV, XLSX and ODS. Save other files as PDF first. If you have an original invoice, attach it.',
    },
    send: {
      title: 'Approve and send',
      text: 'The invoices are under Approve and send. Choose one to see it, and tick one, some or all that are to be sent. Press Send, read the summary and choose Send now. If an invoice cannot be sent, its row says why. Change takes it back to the form with everything kept.',
    },
    check: {
      title: 'See whether the invoice arrived',
      text: 'Go to My documents. Sent documents shows the last 90 days; choose Everything for older ones. Search by number, recipient, amount or reference. Delivered means that the receiving side has confirmed the invoice. Open it to see what has happened and when.',
    },
    settings: {
      title: 'Change details, account and password',
      text: 'Go to Settings. User details holds your name, e-mail, language and password. Company details holds address, VAT number and F-tax. Payment holds the accounts that your customers pay to. Invoices holds number series and usual terms. Changes apply to invoices you create after that.',
    },
    recipient: {
      title: 'Receive invoices',
      text: 'If you are a recipient, invoices come to the Inbox. Unread ones are marked. Open one to read it and fetch XML and attachments. Suppliers who want to send to you are approved or refused under Link requests, or by the link in the letter.',
    },
  },
  stateTexts: {
    draft: 'The invoice is begun and can be changed.',
    ready: 'The invoice has its number and is in Approve and send.',
    sending: 'The invoice is on its way.',
    'handed-over': 'The recipient’s operator has the invoice. Its answer is awaited.',
    delivered: 'The receiving side has confirmed the invoice.',
    retrying: 'The invoice did not get through just now. We try again, you need not do anything.',
    failed: 'The invoice did not arrive. The reason is on the invoice, with what to do now.',
    rejected: 'The recipient does not accept the invoice. Credit it and send a new one.',
    voided: 'The invoice was removed before it was sent. The number is not used again.',
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
    checkDigit: {
      term: 'Check digit',
      text: 'A digit that is worked out from the others. If it does not fit, a digit is wrong or has changed place. Compare the number digit by digit.',
    },
    creditNote: { term: 'Credit note', text: 'An invoice that takes back all or a part of another.' },
  },
  keyTexts: {
    next: { keys: 'Tab, Shift + Tab', text: 'next and previous field' },
    row: {
      keys: 'Enter on an invoice line',
      text: 'same column on the next line; on the last one a new line',
    },
    earlier: { keys: 'Arrow down and Enter in Description', text: 'take a line from earlier invoices' },
    duplicate: { keys: 'Ctrl + D', text: 'copy the line' },
    move: { keys: 'Alt + arrow up or down', text: 'move the line' },
    remove: { keys: 'Ctrl + Backspace', text: 'remove the line, can be undone' },
    close: { keys: 'Esc', text: 'close a dialog or list' },
  },
} as const satisfies Shape<typeof source>
