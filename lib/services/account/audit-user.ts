import type { Transaction } from '#db/client.ts'
import { insertAudit } from '#db/queries/audit.ts'
import { continueAsTenant } from '#db/with-tenant.ts'

/**
 * Writes about a user to their company's audit log. The operator has no company and no log. The transaction goes on
 * as the company: only for a use case that has made sure who it is about, by a session or a link's token.
 */
export async function auditUser(
  tx: Transaction,
  user: { id: string; companyId: string | null },
  action: string,
  at: Date,
): Promise<void> {
  if (user.companyId === null) return
  await continueAsTenant(tx, user.companyId)
  await insertAudit(tx, user.companyId, { userId: user.id, action, subjectId: user.id, details: {}, at })
}
