import { draftOf, makeDraft, makeRegistration } from './belongings.ts'
import type { ReadCase } from './cases.ts'
import type { World } from './world.ts'

const file = new TextEncoder().encode('Datum;Belopp\r\n2026-11-03;10\r\n')

/** A draft of the victim's own, of which nothing else is asked. */
async function freshDraft(world: World): Promise<string> {
  const { canaries, supplier, ids } = world
  return (await makeDraft(canaries, supplier, ids.customer, 'fresh')).invoiceId
}

/** Pages and files of the suppliers. */
const supplierCases: Record<string, ReadCase> = {
  '/': { for: 'supplier', path: () => '/', shows: 'number' },
  '/customers': {
    for: 'supplier',
    path: ({ ids }) => `/customers?removed=${ids.removedCustomer}`,
    shows: 'customer: number',
  },
  '/customers/[customerId]': {
    for: 'supplier',
    path: ({ ids }) => `/customers/${ids.customer}`,
    shows: 'customer: identifier',
  },
  '/customers/add/[partyId]': {
    for: 'supplier',
    path: ({ ids }) => `/customers/add/${ids.party}`,
    control: ({ ids }) => `/customers/add/${ids.freeParty}`,
  },
  '/customers/add/[partyId]/confirm': {
    for: 'supplier',
    path: ({ ids }) => `/customers/add/${ids.party}/confirm`,
    control: ({ ids }) => `/customers/add/${ids.freeParty}/confirm`,
  },
  '/customers/add/[partyId]/done': { for: 'supplier', path: ({ ids }) => `/customers/add/${ids.party}/done` },
  '/customers/search': { for: 'supplier', path: () => '/customers/search?q=Mottagaren' },
  '/documents': { for: 'supplier', path: () => '/documents?range=all', shows: 'number' },
  '/documents/[invoiceId]': {
    for: 'supplier',
    path: ({ ids }) => `/documents/${ids.sent}?paper=shown`,
    shows: 'sent: line',
  },
  '/documents/[invoiceId]/xml': {
    for: 'supplier',
    path: ({ ids }) => `/documents/${ids.sent}/xml`,
    shows: 'sent: note',
  },
  '/documents/drafts': { for: 'supplier', path: () => '/documents/drafts', shows: 'number' },
  '/invoices/[id]': { for: 'supplier', path: ({ ids }) => `/invoices/${ids.draft}`, shows: 'draft: note' },
  '/invoices/new': {
    for: 'supplier',
    path: ({ ids }) => `/invoices/new?template=${ids.template}&customer=${ids.customer}`,
    shows: 'template: line',
  },
  '/send': { for: 'supplier', path: () => '/send', shows: 'number' },
  '/send/[invoiceId]': { for: 'supplier', path: ({ ids }) => `/send/${ids.ready}`, shows: 'ready: line' },
  '/settings/company': { for: 'supplier', path: () => '/settings/company', shows: 'company: contact' },
  '/settings/invoicing': { for: 'supplier', path: () => '/settings/invoicing', shows: 'company: footer' },
  '/settings/payment': { for: 'supplier', path: () => '/settings/payment', shows: 'account' },
  '/settings/payment/[accountId]': {
    for: 'supplier',
    path: ({ ids }) => `/settings/payment/${ids.account}`,
    shows: 'account',
  },
  '/settings/payment/new': { for: 'supplier', path: () => '/settings/payment/new' },
  '/templates': { for: 'supplier', path: () => '/templates', shows: 'template: name' },
  // What every canary begins with: all that is remembered would be found.
  '/api/articles': { for: 'supplier', path: () => '/api/articles?q=kanarie', shows: 'ready: line' },
  '/api/attachments/[id]': {
    for: 'supplier',
    path: ({ ids }) => `/api/attachments/${ids.sentFile}`,
    shows: 'sent: file content',
  },
  // Its title is not packed, and has the number.
  '/api/invoices/[id]/pdf': {
    for: 'supplier',
    path: ({ ids }) => `/api/invoices/${ids.sent}/pdf`,
    shows: 'number',
  },
  '/api/drafts/[id]': {
    for: 'supplier',
    path: ({ ids }) => `/api/drafts/${ids.draft}`,
    shows: 'draft: line',
    write: (visitor, world, path) =>
      visitor.send(
        'PUT',
        path,
        JSON.stringify({ revision: world.ids.draftRevision, draft: draftOf(world.ids) }),
      ),
    writeControl: { path: async (world) => `/api/drafts/${await freshDraft(world)}`, status: 200 },
  },
  '/api/invoices/[id]/standing': {
    for: 'supplier',
    path: ({ ids }) => `/api/invoices/${ids.sent}/standing`,
  },
  '/api/invoices/[id]/attachments': {
    for: 'supplier',
    path: ({ ids }) => `/api/invoices/${ids.draft}/attachments`,
    status: 405,
    write: (visitor, _world, path) => visitor.send('POST', path, file, { 'x-file-name': 'tabell.csv' }),
    writeControl: {
      path: async (world) => `/api/invoices/${await freshDraft(world)}/attachments`,
      status: 201,
    },
  },
}

/** Pages and files of the recipients, of every company, of whoever is signed in, and of the operators. */
const signedInCases: Record<string, ReadCase> = {
  '/inbox': { for: 'recipient', path: () => '/inbox', shows: 'number' },
  '/inbox/[documentId]': {
    for: 'recipient',
    path: ({ ids }) => `/inbox/${ids.document}`,
    shows: 'sent: line',
  },
  '/inbox/[documentId]/xml': {
    for: 'recipient',
    path: ({ ids }) => `/inbox/${ids.document}/xml`,
    shows: 'sent: note',
  },
  '/api/inbox/[documentId]/pdf': {
    for: 'recipient',
    path: ({ ids }) => `/api/inbox/${ids.document}/pdf`,
    shows: 'number',
  },
  '/api/inbox/[documentId]/attachments/[index]': {
    for: 'recipient',
    path: ({ ids }) => `/api/inbox/${ids.document}/attachments/0`,
    shows: 'sent: file content',
  },
  '/requests': { for: 'recipient', path: () => '/requests', shows: 'awaiting: message' },
  // Accepted already: from here everybody is sent on.
  '/agreement': { for: 'company', path: () => '/agreement', status: 307 },
  '/settings': { for: 'company', path: () => '/settings' },
  '/settings/user': { for: 'company', path: () => '/settings/user', shows: 'supplier: name' },
  '/more': { for: 'signed-in', path: () => '/more', shows: 'supplier: name' },
  '/operator': { for: 'operator', path: () => '/operator' },
}

/** Pages that a secret from a letter opens. */
const linkCases: Record<string, ReadCase> = {
  '/activate/[token]': {
    for: 'anyone',
    path: ({ guess, ids }) => `/activate/${guess('activation', ids.registration)}`,
    control: ({ token, ids }) => `/activate/${token('activation', ids.registration)}`,
    shows: 'registration: company',
  },
  '/activate/[token]/password': {
    for: 'anyone',
    path: ({ guess, ids }) => `/activate/${guess('activation', ids.registration)}/password`,
    control: ({ token, ids }) => `/activate/${token('activation', ids.registration)}/password`,
  },
  '/claim/[token]': {
    for: 'anyone',
    path: ({ guess, ids }) => `/claim/${guess('party-claim', ids.claimLink)}`,
    control: ({ token, ids }) => `/claim/${token('party-claim', ids.claimLink)}`,
    shows: 'address: claim',
  },
  '/confirm-email/[token]': {
    for: 'anyone',
    path: ({ guess, ids }) => `/confirm-email/${guess('email-change', ids.emailLink)}`,
    control: ({ token, ids }) => `/confirm-email/${token('email-change', ids.emailLink)}`,
    shows: 'address: new',
  },
  '/invitation/[token]': {
    for: 'anyone',
    path: ({ guess, ids }) => `/invitation/${guess('operator-invitation', ids.invitation)}`,
    control: ({ token, ids }) => `/invitation/${token('operator-invitation', ids.invitation)}`,
    shows: 'address: invited',
  },
  '/link/[token]': {
    for: 'anyone',
    path: ({ guess, ids }) => `/link/${guess('link-request', ids.openRequest)}`,
    control: ({ token, ids }) => `/link/${token('link-request', ids.openRequest)}`,
    shows: 'awaiting: message',
  },
  '/reset/[token]': {
    for: 'anyone',
    path: ({ guess, ids }) => `/reset/${guess('password-reset', ids.resetLink)}`,
    control: ({ token, ids }) => `/reset/${token('password-reset', ids.resetLink)}`,
    shows: 'address: forgot',
  },
  '/register/sent': {
    for: 'anyone',
    path: () => '/register/sent',
    control: async (world, visitor) => {
      visitor.keep('talong-registered', await makeRegistration(world, 'Provbolaget', false))
      return '/register/sent'
    },
  },
  '/forgot-password/sent': {
    for: 'anyone',
    path: () => '/forgot-password/sent',
    control: (_world, visitor) => {
      visitor.keep('talong-forgotten', 'prov@provbolaget.example')
      return '/forgot-password/sent'
    },
  },
}

const open = (path: string, status = 200): ReadCase => ({ for: 'anyone', path: () => path, status })

/** What is for everybody: it shows nothing of anybody's. */
const openCases: Record<string, ReadCase> = {
  '/claim': open('/claim'),
  '/claim/sent': open('/claim/sent'),
  '/confirm-email/done': open('/confirm-email/done'),
  // Letters go to a mail server: there is no mailbox to read them in.
  '/dev/mailbox': open('/dev/mailbox', 404),
  '/forgot-password': open('/forgot-password'),
  '/healthz': open('/healthz'),
  '/help': open('/help'),
  '/icon.svg': open('/icon.svg'),
  '/manifest.webmanifest': open('/manifest.webmanifest'),
  // Without a token of its own an instance has no metrics.
  '/api/inbound': open('/api/inbound', 405),
  '/metrics': open('/metrics', 404),
  '/readyz': open('/readyz'),
  '/register': open('/register'),
  '/sign-in': open('/sign-in'),
  '/_global-error': open('/_global-error'),
  '/_not-found': open('/_not-found', 404),
}

/** A case for each address of the build. */
export const readCases: Readonly<Record<string, ReadCase>> = {
  ...supplierCases,
  ...signedInCases,
  ...linkCases,
  ...openCases,
}
