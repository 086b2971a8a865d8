import type { Attempt } from './attempt.ts'
import type { Outcome } from './outcome.ts'

/**
 * What comes of a version from a company that tries Talong out (K35): *Klar* at once, and nobody has got anything. The
 * database takes this channel from such companies alone, and no other from them.
 */
export function simulate({ delivery, xmlHash }: Attempt): Outcome {
  return { state: 'delivered', receipt: { receiptId: delivery.messageId, sha256: xmlHash } }
}
