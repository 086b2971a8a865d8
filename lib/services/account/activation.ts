import { insertAudit } from '#db/queries/audit.ts'
import { insertAgreementAcceptance, insertCompany, insertNumberSeries } from '#db/queries/companies.ts'
import {
  consumeRegistration,
  findRegistration,
  updateRegistrationAgreement,
} from '#db/queries/registrations.ts'
import { insertUser } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { type Agreement, agreementVersion } from '#lib/adapters/agreement.ts'
import { failpoint } from '#lib/adapters/failpoint.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { isPersonalNumber } from '#lib/party/organisation-number.ts'
import type { PublicContext } from '#lib/services/context.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import { sha256 } from '#lib/services/secrets.ts'

/** Why a link from a mail does not open anything. */
export type LinkProblem = 'unknown-link' | 'expired-link' | 'used-link'

/** What the pages behind an activation link show. */
export type Activation = {
  id: string
  companyName: string
  orgNumber: string
  contactName: string
  email: string
  agreementAccepted: boolean
  /** An older version was accepted: the one in force is shown, and accepted, again. */
  agreementChanged: boolean
}

/** Reads an activation link without using it up: opening a link never acts (W18). */
export async function getActivation(
  ctx: PublicContext,
  token: string,
): Promise<Result<Activation, LinkProblem>> {
  const found = await findRegistration(ctx.db, sha256(token))
  if (!found) return fail('unknown-link')
  if (found.usedAt) return fail('used-link')
  if (found.expiresAt <= ctx.clock.now()) return fail('expired-link')
  return succeed({
    id: found.id,
    companyName: found.companyName,
    orgNumber: found.orgNumber,
    contactName: found.contactName,
    email: found.email,
    agreementAccepted: found.agreementVersion === agreementVersion,
    agreementChanged: found.agreementVersion !== null && found.agreementVersion !== agreementVersion,
  })
}

/**
 * Keeps that the agreement shown was accepted (S3, K2). `agreement-changed` when the version or text the page
 * showed is no longer the one in force: it must be read again.
 */
export async function acceptAgreement(
  ctx: PublicContext,
  input: { token: string; version: string; hash: string },
  inForce: Agreement,
): Promise<Result<undefined, LinkProblem | 'agreement-changed'>> {
  const activation = await getActivation(ctx, input.token)
  if (!activation.ok) return activation
  if (input.version !== inForce.version || input.hash !== inForce.hash) return fail('agreement-changed')
  await updateRegistrationAgreement(ctx.db, activation.value.id, {
    version: inForce.version,
    locale: inForce.locale,
    hash: inForce.hash,
    at: ctx.clock.now(),
    address: ctx.address,
  })
  return succeed(undefined)
}

/**
 * Uses the link up and creates the company with its first user, the evidence of the agreement and the number
 * series, all or nothing (S3). The link works once: of several tries at once one wins.
 */
export async function createAccount(
  ctx: PublicContext,
  input: { token: string; password: string },
): Promise<Result<{ userId: string }, LinkProblem | 'agreement-missing'>> {
  const activation = await getActivation(ctx, input.token)
  if (!activation.ok) return activation
  if (!activation.value.agreementAccepted) return fail('agreement-missing')
  const passwordHash = await hashPassword(input.password)
  const companyId = newId()
  const userId = newId()
  const now = ctx.clock.now()
  const created = await withTenant(ctx.db, companyId, async (tx) => {
    if (!(await consumeRegistration(tx, activation.value.id, now))) return false
    const evidence = await findRegistration(tx, sha256(input.token))
    if (!evidence?.agreementVersion || !evidence.agreementHash || !evidence.agreementAcceptedAt) {
      throw new Error('createAccount: the agreement is gone')
    }
    await insertCompany(tx, {
      id: companyId,
      kind: 'supplier',
      name: evidence.companyName,
      orgNumber: evidence.orgNumber,
      companyForm: isPersonalNumber(evidence.orgNumber) ? 'sole-trader' : '',
      contactName: evidence.contactName,
      email: evidence.email,
      createdAt: now,
    })
    await insertNumberSeries(tx, companyId)
    const isNew = await insertUser(tx, {
      id: userId,
      kind: 'supplier',
      companyId,
      email: evidence.email,
      name: evidence.contactName,
      locale: evidence.locale,
      passwordHash,
    })
    // The address got an account through another link: an existing user's row is never touched.
    if (!isNew) throw new AddressTaken()
    await insertAgreementAcceptance(tx, {
      tenantId: companyId,
      id: newId(),
      userId,
      version: evidence.agreementVersion,
      locale: evidence.agreementLocale ?? evidence.locale,
      textHash: evidence.agreementHash,
      acceptedAt: evidence.agreementAcceptedAt,
      address: evidence.agreementAddress ?? '',
    })
    await insertAudit(tx, companyId, {
      userId,
      action: 'company.created',
      subjectId: companyId,
      details: {},
      at: now,
    })
    failpoint('account.before-commit')
    return true
  }).catch((error: unknown) => {
    if (error instanceof AddressTaken) return false
    throw error
  })
  failpoint('account.after-commit')
  return created ? succeed({ userId }) : fail('used-link')
}

/** Rolls the transaction back when the address already has an account. */
class AddressTaken extends Error {}
