/** Letters: English. */
export const mails = {
  greeting: 'Hello {name},',
  greetingUnknown: 'Hello,',
  signature: 'Talong',
  linkFallback: 'If the button does not work, copy this address into your browser:',
  activation: {
    subject: 'Activate your Talong account',
    text: '{company} has been registered in Talong with this e-mail address. Open the link, read the agreement and choose a password.',
    button: 'Activate the account',
    validity:
      'The link is valid for 72 hours and works once. If you did not register the company, you can ignore this e-mail.',
  },
  'already-registered': {
    subject: 'You already have a Talong account',
    text: 'Somebody tried to register a company with this e-mail address, which already has an account. Sign in with the password you have.',
    button: 'Sign in',
    validity: 'If it was not you, there is nothing you need to do. Nothing has changed.',
  },
  'password-reset': {
    subject: 'Choose a new password in Talong',
    text: 'Somebody, probably you, asked for a new password for the account with this e-mail address. Open the link and choose it.',
    button: 'Choose a new password',
    validity:
      'The link is valid for one hour and works once. If it was not you, there is nothing you need to do: your password is the same.',
  },
  'password-changed': {
    subject: 'Your Talong password has been changed',
    text: 'The password of your account has just been changed, and all other devices are signed out.',
    button: 'Sign in',
    validity:
      'If it was not you, choose Forgotten your password? on the sign-in page at once, and contact support.',
  },
  'email-change': {
    subject: 'Confirm your new e-mail address in Talong',
    text: 'Open the link to start signing in with this address.',
    button: 'Confirm the address',
    validity:
      'The link is valid for 72 hours and works once. If you did not ask for it, you can ignore this e-mail.',
  },
  'email-changed': {
    subject: 'Your e-mail address in Talong has been changed',
    text: 'Your account now has another e-mail address. This address can no longer be used to sign in.',
    button: 'To the sign-in page',
    validity: 'If it was not you, contact support at once.',
  },
  'payment-changed': {
    subject: 'The payment details of {company} have been changed',
    text: '{who} has changed the accounts that {company} is paid to. The change applies to new invoices.',
    button: 'See the payment details',
    validity: 'If you did not know of the change, contact {who} or support before the next invoice is sent.',
  },
  'link-request': {
    subject: '{supplier} wants to send e-invoices to {party}',
    text: '{supplier} ({orgNumber}) wants to add {party} as a customer in Talong and send e-invoices. Open the link to approve or refuse. Nothing happens until you have chosen.',
    button: 'Answer the request',
    validity: 'The link is valid for 72 hours.',
  },
  'link-reminder': {
    subject: 'Reminder: {supplier} is waiting for an answer from {party}',
    text: '{supplier} ({orgNumber}) wants to send e-invoices to {party} and is waiting for your answer. Open the link to approve or refuse.',
    button: 'Answer the request',
    validity: 'The link is valid for 72 hours.',
  },
  'link-approved': {
    subject: '{party} accepts your e-invoices',
    text: '{party} has approved you as a supplier. Invoices that have been waiting can be sent now.',
    button: 'Open the customer register',
    validity: 'You get this e-mail because you asked to be approved.',
  },
  'link-approved-sends': {
    subject: '{party} accepts your e-invoices',
    text: '{party} has approved you as a supplier. Invoices that are ready are sent in a minute, without you doing anything.',
    button: 'Open Approve and send',
    validity: 'You chose this on the customer’s page, and can change it there.',
  },
  'invoice-delivered': {
    subject: 'Delivered: invoice {number} to {party}',
    text: 'Invoice {number} has reached {party}.',
    button: 'Open the invoice',
    validity: 'You get this e-mail because you chose to in User details.',
  },
  'invoices-delivered': {
    subject: '{count, plural, one {# invoice} other {# invoices}} delivered ({day})',
    text: 'In the 24 hours up to 16:00 on {day}, {count, plural, one {one of your invoices} other {# of your invoices}} reached the recipient:',
    invoice: 'Invoice {number}',
    'credit-note': 'Credit note {number}',
    more: 'and {count} more.',
    now: 'At your company right now: {waiting}.',
    underWay: '{count} under way',
    ready: '{count} in Approve and send',
    failed: '{count} with errors',
    button: 'Open Sent documents',
    validity: 'You get this e-mail because you chose one e-mail a day in User details.',
  },
  'invoice-failed': {
    subject: 'Invoice {number} to {party} did not arrive',
    text: 'Invoice {number} to {party} did not arrive. Its page says why, and lets you correct it and send it again. Everything you have filled in is still there.',
    button: 'See what happened',
    validity: 'You get this e-mail because you sent the invoice.',
  },
  'invoice-rejected': {
    subject: '{party} has rejected invoice {number}',
    text: '{party} has rejected invoice {number}. Their reason: {reason}',
    button: 'Make a new invoice',
    validity:
      'You get this e-mail because you sent the invoice. Get in touch with the recipient if the reason is unclear.',
  },
  'invoice-no-receipt': {
    subject: 'No receipt yet for invoice {number} to {party}',
    text: 'Half an hour has passed since invoice {number} was sent to {party}, and nobody has confirmed that it arrived. Do not send it again: it may have arrived. Its page says what happens now.',
    button: 'See where the invoice is',
    validity: 'You get this e-mail because you sent the invoice.',
  },
  'link-refused': {
    subject: '{party} has refused your request',
    text: '{party} does not accept e-invoices from you. Their reason: {reason}',
    button: 'Open the customer register',
    validity: 'Contact the recipient if you think this is a mistake.',
  },
  'link-withdrawn': {
    subject: '{party} no longer accepts e-invoices from you',
    text: '{party} has withdrawn its approval. Invoices that are waiting stay in Approve and send.',
    button: 'Open the customer register',
    validity: 'Contact the recipient if you think this is a mistake.',
  },
  'party-claim': {
    subject: 'Receive e-invoices for {party} in Talong',
    text: 'Somebody at {party}, probably you, wants to start receiving e-invoices in Talong. Open the link, read the agreement and choose a password.',
    button: 'Get started',
    validity:
      'The link is valid for 72 hours and works once. If you did not ask for it, you can ignore this e-mail.',
  },
} as const
