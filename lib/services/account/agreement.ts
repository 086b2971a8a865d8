import { insertAudit } from '#db/queries/audit.ts'
import { getCompany, insertAgreementAcceptance } from '#db/queries/companies.ts'
import { hasAcceptance } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { type Agreement, agreementVersion, readAgreement } from '#lib/adapters/agreement.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { Platform, PublicContext, TenantContext } from '#lib/services/context.ts'

/** The agreement in force, in the language of the request: what is shown is what is accepted (K2). */
export async function getAgreement(ctx: PublicContext): Promise<Agreement> {
  return readAgreement(ctx.locale)
}

/** Who has accepted which version, as this process knows. What was accepted stays accepted, so it is asked once. */
const accepted = new Set<string>()
const mostRemembered = 20_000

function remember(userId: string, version: string): void {
  if (accepted.size >= mostRemembered) accepted.clear()
  accepted.add(`${userId}:${version}`)
}

/** Tells whether a user of a company has yet to accept the agreement in force (K2). Costs a query once per user and process. */
export async function needsAgreement(
  ctx: Pick<Platform, 'db'>,
  user: { tenantId: string; userId: string },
  version: string = agreementVersion,
): Promise<boolean> {
  if (accepted.has(`${user.userId}:${version}`)) return false
  const has = await withTenant(ctx.db, user.tenantId, (tx) => hasAcceptance(tx, user.userId, version))
  if (has) remember(user.userId, version)
  return !has
}

/** The name of the company that the agreement is with. */
export async function getAgreementParty(ctx: TenantContext): Promise<string> {
  const company = await withTenant(ctx.db, ctx.tenantId, (tx) => getCompany(tx, ctx.tenantId))
  return company.name
}

/**
 * Keeps the evidence that a signed-in user has accepted the agreement in force (K2). `agreement-changed` when the
 * page showed another version or text: it must be read again.
 */
export async function acceptNewAgreement(
  ctx: TenantContext,
  input: { version: string; hash: string },
  inForce: Agreement,
): Promise<Result<undefined, 'agreement-changed'>> {
  if (input.version !== inForce.version || input.hash !== inForce.hash) return fail('agreement-changed')
  const now = ctx.clock.now()
  await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await insertAgreementAcceptance(tx, {
      tenantId: ctx.tenantId,
      id: newId(),
      userId: ctx.userId,
      version: inForce.version,
      locale: inForce.locale,
      textHash: inForce.hash,
      acceptedAt: now,
      address: ctx.address,
    })
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'agreement.accepted',
      subjectId: ctx.userId,
      details: { version: inForce.version },
      at: now,
    })
  })
  remember(ctx.userId, inForce.version)
  return succeed(undefined)
}
