import type { Platform } from '#lib/services/context.ts'
import type { Attempt } from './attempt.ts'
import type { Outcome } from './outcome.ts'

/**
 * What comes of a version from a company that tries Talong out (K35): *Klar* at once, and nobody has got anything. The
 * database takes this channel from such companies alone, and no other from them.
 */
export async function simulate(_ctx: Platform, { delivery, xmlHash }: Attempt): Promise<Outcome> {
  return { state: 'delivered', receipt: { receiptId: delivery.messageId, sha256: xmlHash } }
}
