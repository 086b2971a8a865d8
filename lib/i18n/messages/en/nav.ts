import type { Shape } from '../shape.ts'
import type { nav as source } from '../sv/nav.ts'

/** The shell: navigation, account, language. English. */
export const nav = {
  sandbox: 'Trial',
  sandboxTitle: 'Trial: nothing leaves Talong',
  sandboxText: 'The company is made up, and recipients get nothing.',
  sandboxMore: 'More about trying it out',
  sandboxMoreText:
    'If Talong asks for your password, anything will do. Once you have signed out, you cannot get back to what you have done, and after a week it is removed.',
  main: 'Main menu',
  account: 'Account',
  start: 'Start',
  create: 'Create e-invoice',
  createAndSend: 'Create and send invoices',
  createShort: 'Create',
  send: 'Approve and send',
  sendShort: 'Send',
  documents: 'My documents',
  documentsShort: 'Documents',
  templates: 'Saved invoice templates',
  templatesCount: '({used}/{limit})',
  customers: 'Customer register',
  settings: 'Settings',
  help: 'Help',
  more: 'More',
  inbox: 'Inbox',
  requests: 'Link requests',
  requestsShort: 'Requests',
  operator: 'Operations',
  signOut: 'Sign out',
  signedInAs: 'Signed in as {name}',
  home: 'Talong, to start',
} as const satisfies Shape<typeof source>
