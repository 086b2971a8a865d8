import type { Shape } from '../shape.ts'
import type { agreement as source } from '../sv/agreement.ts'

/** The agreement in force: English. */
export const agreement = {
  newTitle: 'New agreement',
  newLead:
    'The agreement has changed. Read and accept it for {company} to continue. Everything you have saved is still there.',
  changedNote: 'The agreement has changed since you accepted it. Read the new version.',
  summary: 'What matters most, in three points',
  point1:
    'The service is free for the sender. The company answers for the details on its invoices being right.',
  point2:
    'An invoice is shown as Delivered only when the receiving side has confirmed it. What has been sent is kept unchanged for at least seven years.',
  point3:
    'Personal data are used to provide the service. The company may stop at any time and take out its documents.',
  version: 'Version {version}',
  accept: 'I have read and accept the agreement for {company}',
  acceptButton: 'Accept and continue',
  signOut: 'Sign out',
} as const satisfies Shape<typeof source>
