import type { Transaction } from '#db/client.ts'
import { insertAudit } from '#db/queries/audit.ts'
import { getCompany } from '#db/queries/companies.ts'
import { findCustomer } from '#db/queries/customers.ts'
import {
  insertLinkRequest,
  listRequestsOfCustomer,
  markReminded,
  reopenOwnRequest,
} from '#db/queries/link-requests.ts'
import { findPartyContact } from '#db/queries/parties.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid, newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { maskOrganisationNumber } from '#lib/party/organisation-number.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'
import { linkToken, sha256 } from '#lib/services/secrets.ts'

const linkHours = 72
const daysBetweenLetters = 7

/** When a request may be reminded of next; null = at once. */
export function nextReminder(remindedAt: Date | null, now: Date): Date | null {
  if (remindedAt === null) return null
  const next = new Date(remindedAt.getTime() + daysBetweenLetters * 86_400_000)
  return next > now ? next : null
}

type Asked = { customerId: string; partyId: string; customerNumber: string; message: string }

/**
 * Puts a request to a party in the supplier's transaction (S17, K9): a row, and a letter with a link where the
 * directory has an address for the party. Without one it waits until somebody claims the party.
 */
export async function openRequest(ctx: TenantContext, tx: Transaction, asked: Asked): Promise<void> {
  const company = await getCompany(tx, ctx.tenantId)
  const contact = await findPartyContact(tx, asked.partyId)
  const now = ctx.clock.now()
  const id = newId()
  await insertLinkRequest(tx, {
    ...asked,
    tenantId: ctx.tenantId,
    id,
    supplierName: company.name,
    supplierOrgNumber: company.orgNumber,
    requestedBy: ctx.userId,
    tokenHash: contact === null ? '' : sha256(linkToken(ctx.linkSecret, 'link-request', id)),
    tokenExpiresAt: contact === null ? null : linkExpiry(now),
    state: 'open',
    createdAt: now,
  })
  if (contact !== null) await writeToParty(ctx, tx, 'link-request', { ...asked, id, contact })
}

/**
 * Asks again after a customer was brought back. A request the supplier had taken back itself is opened again, with a
 * letter only if the last one is a week old; after a refusal it is asked anew, at the earliest a week later. True when
 * a request is open now.
 */
export async function askAgain(ctx: TenantContext, tx: Transaction, asked: Asked): Promise<boolean> {
  const [last] = await listRequestsOfCustomer(tx, ctx.tenantId, asked.customerId)
  if (last?.state === 'open') return true
  const now = ctx.clock.now()
  const aWeekAgo = new Date(now.getTime() - daysBetweenLetters * 86_400_000)
  if (last?.state === 'withdrawn' && last.reason === '') {
    const contact = last.tokenExpiresAt === null ? null : await findPartyContact(tx, asked.partyId)
    const isDue = contact !== null && (last.remindedAt ?? last.createdAt) <= aWeekAgo
    await reopenOwnRequest(
      tx,
      ctx.tenantId,
      last.id,
      isDue ? { remindedAt: now, tokenExpiresAt: linkExpiry(now) } : null,
    )
    if (isDue) await writeToParty(ctx, tx, 'link-request', { ...asked, id: last.id, contact })
    return true
  }
  if (last?.decidedAt && last.decidedAt > aWeekAgo) return false
  await openRequest(ctx, tx, asked)
  return true
}

/**
 * *Påminn*: writes to the recipient once more, with the same link, good for another 72 hours; at most once in seven
 * days. `reminder-too-soon` when one went less than seven days ago, or at this moment; `not-awaiting` when there is
 * nothing to remind of, or nobody to write to.
 */
export async function remindRecipient(
  ctx: TenantContext,
  input: { customerId: string },
): Promise<Result<{ remindedAt: string }, 'not-awaiting' | 'reminder-too-soon'>> {
  if (!isUuid(input.customerId)) return fail('not-awaiting')
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const customer = await findCustomer(tx, ctx.tenantId, input.customerId)
    const contact = customer ? await findPartyContact(tx, customer.partyId) : null
    const [request] = customer ? await listRequestsOfCustomer(tx, ctx.tenantId, customer.id) : []
    if (!customer || customer.removedAt || contact === null || request?.state !== 'open') {
      return fail('not-awaiting')
    }
    const reminded = await markReminded(tx, ctx.tenantId, customer.id, {
      now,
      notAfter: new Date(now.getTime() - daysBetweenLetters * 86_400_000),
      tokenExpiresAt: linkExpiry(now),
    })
    if (!reminded) return fail('reminder-too-soon')
    await writeToParty(ctx, tx, 'link-reminder', { ...request, contact })
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'customer.reminded',
      subjectId: customer.id,
      details: {},
      at: now,
    })
    return succeed({ remindedAt: now.toISOString() })
  })
}

const linkExpiry = (now: Date) => new Date(now.getTime() + linkHours * 3_600_000)

/** The letter that carries the link. A party's language is not known: Swedish. */
async function writeToParty(
  ctx: TenantContext,
  tx: Transaction,
  letter: 'link-request' | 'link-reminder',
  request: { id: string; customerId: string; message: string; contact: string },
): Promise<void> {
  const company = await getCompany(tx, ctx.tenantId)
  const customer = await findCustomer(tx, ctx.tenantId, request.customerId)
  await queueMail(ctx, tx, {
    letter,
    locale: 'sv',
    recipient: request.contact,
    subjectId: request.id,
    params: {
      supplier: company.name,
      orgNumber: maskOrganisationNumber(company.orgNumber),
      party: customer?.name ?? '',
      message: request.message,
    },
  })
}
