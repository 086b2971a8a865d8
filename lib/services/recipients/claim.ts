import { insertAudit } from '#db/queries/audit.ts'
import { insertAgreementAcceptance, insertCompany, insertNumberSeries } from '#db/queries/companies.ts'
import {
  claimParty,
  consumeClaimLink,
  countClaimLinks,
  findClaimableParty,
  findClaimLink,
  findUnclaimedParty,
  insertClaimLink,
} from '#db/queries/parties.ts'
import { findUserByEmail, insertUser } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { getAgreement } from '#lib/services/account/agreement.ts'
import type { Platform, PublicContext } from '#lib/services/context.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import { linkToken, sha256 } from '#lib/services/secrets.ts'

const linkHours = 72
const lettersPerHour = 3
const requestsPerHour = 30

/**
 * A recipient organisation asks to claim its party: a link goes to the address the directory has for it, never to one
 * that was typed. The answer is the same whether or not there is such a party, it has been claimed, it has an address,
 * or three letters have gone in the last hour (W10).
 */
export async function requestClaim(
  ctx: PublicContext,
  input: { orgNumber: string },
): Promise<Result<undefined, never>> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const party = await findClaimableParty(tx, input.orgNumber)
    const since = new Date(now.getTime() - 3_600_000)
    const made = await countClaimLinks(tx, party?.id ?? null, ctx.address, since)
    const goes = party !== null && made.forParty < lettersPerHour && made.fromAddress < requestsPerHour
    const linkId = newId()
    await insertClaimLink(tx, {
      id: linkId,
      tokenHash: sha256(linkToken(ctx.linkSecret, 'party-claim', linkId)),
      // A link that nobody is sent is used up from the start, and not counted for the party: every case costs alike.
      partyId: goes ? party.id : null,
      email: goes ? party.email : '',
      address: ctx.address,
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkHours * 3_600_000),
      usedAt: goes ? null : now,
    })
    if (!goes) return
    await queueMail(ctx, tx, {
      letter: 'party-claim',
      locale: ctx.locale,
      recipient: party.email,
      subjectId: linkId,
      params: { party: party.name, name: '' },
    })
  })
  return succeed(undefined)
}

/**
 * For the operator's command: a link by which the party with an organisation number can be claimed with an e-mail
 * address that the operator vouches for. `unknown-party` when no unclaimed party has the number. The token goes to
 * /claim/TOKEN and works once, for 72 hours.
 */
export async function activateParty(
  ctx: Platform,
  input: { orgNumber: string; email: string },
): Promise<Result<{ token: string; partyName: string }, 'unknown-party'>> {
  const party = await findUnclaimedParty(ctx.db, input.orgNumber)
  if (!party) return fail('unknown-party')
  const linkId = newId()
  const token = linkToken(ctx.linkSecret, 'party-claim', linkId)
  const now = ctx.clock.now()
  await insertClaimLink(ctx.db, {
    id: linkId,
    tokenHash: sha256(token),
    partyId: party.id,
    email: input.email,
    createdAt: now,
    expiresAt: new Date(now.getTime() + linkHours * 3_600_000),
  })
  return succeed({ token, partyName: party.name })
}

/** Why a link does not open the way to an inbox. */
export type ClaimProblem = 'unknown-link' | 'claim-expired' | 'used-link' | 'claim-taken' | 'address-taken'

/** What the page behind a claim's link shows. */
export type Claim = { linkId: string; partyName: string; orgNumber: string; email: string }

/** Reads a claim's link without using it up: opening a link never acts (W18). */
export async function readClaim(ctx: PublicContext, token: string): Promise<Result<Claim, ClaimProblem>> {
  const link = await findLink(ctx, token)
  if (!link.ok) return link
  const { id, email, party } = link.value
  return succeed({ linkId: id, partyName: party.name, orgNumber: party.orgNumber ?? '', email })
}

/**
 * Uses a claim's link up: a recipient organisation with its first user, the evidence of the agreement, and the party
 * that is theirs from now on, all or nothing. `agreement-changed` when the text shown is no longer the one in force;
 * `address-taken` when the address has an account already, which is left alone.
 */
export async function claimByLink(
  ctx: PublicContext,
  input: { token: string; version: string; hash: string; name: string; password: string },
): Promise<Result<{ userId: string }, ClaimProblem | 'agreement-changed'>> {
  const link = await findLink(ctx, input.token)
  if (!link.ok) return link
  const agreement = await getAgreement(ctx)
  if (input.version !== agreement.version || input.hash !== agreement.hash) return fail('agreement-changed')
  const { id: linkId, email, party } = link.value
  const passwordHash = await hashPassword(input.password)
  const now = ctx.clock.now()
  const companyId = newId()
  const userId = newId()
  return withTenant(ctx.db, companyId, async (tx) => {
    if (!(await consumeClaimLink(tx, linkId, now))) throw new Lost('used-link')
    if (!(await claimParty(tx, party.id, companyId))) throw new Lost('claim-taken')
    await insertCompany(tx, {
      id: companyId,
      kind: 'recipient',
      name: party.name,
      orgNumber: party.orgNumber ?? '',
      vatNumber: party.vatNumber ?? '',
      street: party.street,
      postalCode: party.postalCode.replaceAll(' ', ''),
      city: party.city,
      contactName: input.name,
      email,
      createdAt: now,
    })
    await insertNumberSeries(tx, companyId)
    const user = { id: userId, kind: 'recipient' as const, companyId, locale: ctx.locale, passwordHash }
    // An existing user's row is never touched: the whole claim is undone.
    if (!(await insertUser(tx, { ...user, email, name: input.name }))) throw new Lost('address-taken')
    await insertAgreementAcceptance(tx, {
      tenantId: companyId,
      id: newId(),
      userId,
      version: agreement.version,
      locale: agreement.locale,
      textHash: agreement.hash,
      acceptedAt: now,
      address: ctx.address,
    })
    const details = { party: party.name }
    await insertAudit(tx, companyId, {
      userId,
      action: 'party.claimed',
      subjectId: party.id,
      details,
      at: now,
    })
    return succeed({ userId })
  }).catch((error: unknown) => {
    if (error instanceof Lost) return fail(error.code)
    throw error
  })
}

/** Rolls a claim back when somebody else was faster. */
class Lost extends Error {
  readonly code: 'used-link' | 'claim-taken' | 'address-taken'
  constructor(code: 'used-link' | 'claim-taken' | 'address-taken') {
    super(code)
    this.code = code
  }
}

type Link = NonNullable<Awaited<ReturnType<typeof findClaimLink>>>

async function findLink(ctx: PublicContext, token: string): Promise<Result<Link, ClaimProblem>> {
  const link = await findClaimLink(ctx.db, sha256(token))
  if (!link) return fail('unknown-link')
  if (link.usedAt) return fail('used-link')
  if (link.expiresAt <= ctx.clock.now()) return fail('claim-expired')
  if (link.party.companyId !== null) return fail('claim-taken')
  if (await findUserByEmail(ctx.db, link.email)) return fail('address-taken')
  return succeed(link)
}
