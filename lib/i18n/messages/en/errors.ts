import type { Shape } from '../shape.ts'
import type { errors as source } from '../sv/errors.ts'

/** Pages and banners for when something fails: English. */
export const errors = {
  notFoundTitle: 'The page does not exist',
  notFoundText: 'The address may be misspelt, or the page has moved.',
  toStart: 'To start',
  toDocuments: 'Search your documents',
  broken: 'Something went wrong on our side. Your drafts are saved.',
  reference: 'Reference number: {reference}',
  offline: 'You are offline. What you type is kept on this device.',
  sessionEnded: 'You have been signed out. Sign in again to continue.',
  forbidden: 'You do not have permission for this. Ask the owner of the company account.',
  panel: 'Could not load. Try again.',
  tooMany: 'Too many attempts. Wait a while and try again.',
} as const satisfies Shape<typeof source>
