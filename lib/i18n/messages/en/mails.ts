/** Letters: English. */
export const mails = {
  greeting: 'Hello {name},',
  greetingUnknown: 'Hello,',
  signature: 'Talong',
  linkFallback: 'If the button does not work, copy the address to your browser:',
  activation: {
    subject: 'Activate your Talong account',
    text: '{company} has been registered in Talong with this e-mail address. Open the link, read the agreement and choose a password.',
    button: 'Activate the account',
    validity:
      'The link is valid for 72 hours and works once. If you did not register the company, you can ignore this letter.',
  },
  'already-registered': {
    subject: 'You already have a Talong account',
    text: 'Somebody tried to register a company with this e-mail address, which already has an account. Sign in with the password you have.',
    button: 'Sign in',
    validity: 'Was it not you? Then there is nothing you need to do. Nothing has changed.',
  },
} as const
