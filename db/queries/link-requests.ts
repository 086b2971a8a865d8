import { and, asc, desc, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { type LinkRequestState, linkRequests } from '../schema/customers.ts'
import { parties } from '../schema/parties.ts'

const shown = {
  id: linkRequests.id,
  /** The supplier's. */
  tenantId: linkRequests.tenantId,
  customerId: linkRequests.customerId,
  partyId: linkRequests.partyId,
  partyName: parties.name,
  recipientCompanyId: parties.companyId,
  supplierName: linkRequests.supplierName,
  supplierOrgNumber: linkRequests.supplierOrgNumber,
  requestedBy: linkRequests.requestedBy,
  customerNumber: linkRequests.customerNumber,
  message: linkRequests.message,
  tokenExpiresAt: linkRequests.tokenExpiresAt,
  state: linkRequests.state,
  reason: linkRequests.reason,
  decidedByName: linkRequests.decidedByName,
  createdAt: linkRequests.createdAt,
  remindedAt: linkRequests.remindedAt,
  decidedAt: linkRequests.decidedAt,
}

/** A link request with the name of the party it is put to. */
export type LinkRequest = {
  [Key in keyof typeof shown]: (typeof shown)[Key]['_']['notNull'] extends true
    ? (typeof shown)[Key]['_']['data']
    : (typeof shown)[Key]['_']['data'] | null
}

/** Adds a request. */
export async function insertLinkRequest(
  db: Connection,
  row: typeof linkRequests.$inferInsert,
): Promise<void> {
  await db.insert(linkRequests).values(row)
}

/** The supplier's requests for a customer, the newest first. */
export async function listRequestsOfCustomer(
  db: Connection,
  tenantId: string,
  customerId: string,
): Promise<LinkRequest[]> {
  return db
    .select(shown)
    .from(linkRequests)
    .innerJoin(parties, eq(parties.id, linkRequests.partyId))
    .where(and(eq(linkRequests.tenantId, tenantId), eq(linkRequests.customerId, customerId)))
    .orderBy(desc(linkRequests.createdAt), desc(linkRequests.id))
}

/** Takes the supplier's open request for a customer back. False when none was open. */
export async function withdrawOpenRequest(
  db: Connection,
  tenantId: string,
  customerId: string,
  now: Date,
): Promise<boolean> {
  const changed = await db
    .update(linkRequests)
    .set({ state: 'withdrawn', reason: '', decidedAt: now })
    .where(
      and(
        eq(linkRequests.tenantId, tenantId),
        eq(linkRequests.customerId, customerId),
        eq(linkRequests.state, 'open'),
      ),
    )
    .returning({ id: linkRequests.id })
  return changed.length > 0
}

/** Gives the supplier's open request for a customer its new customer number, which the recipient sees. */
export async function updateRequestNumber(
  db: Connection,
  tenantId: string,
  customerId: string,
  customerNumber: string,
): Promise<void> {
  await db
    .update(linkRequests)
    .set({ customerNumber })
    .where(
      and(
        eq(linkRequests.tenantId, tenantId),
        eq(linkRequests.customerId, customerId),
        eq(linkRequests.state, 'open'),
      ),
    )
}

/** Opens a request again that the supplier had taken back itself. */
export async function reopenOwnRequest(
  db: Connection,
  tenantId: string,
  requestId: string,
  letter: { remindedAt: Date; tokenExpiresAt: Date } | null,
): Promise<void> {
  await db
    .update(linkRequests)
    .set({ state: 'open', decidedAt: null, ...(letter ?? {}) })
    .where(
      and(
        eq(linkRequests.tenantId, tenantId),
        eq(linkRequests.id, requestId),
        eq(linkRequests.state, 'withdrawn'),
        eq(linkRequests.reason, ''),
      ),
    )
}

/**
 * Notes a reminder of the open request for a customer, unless one went after `notAfter`. Of several at once one
 * wins; null for the others.
 */
export async function markReminded(
  db: Connection,
  tenantId: string,
  customerId: string,
  reminder: { now: Date; notAfter: Date; tokenExpiresAt: Date },
): Promise<{ id: string } | null> {
  const [row] = await db
    .update(linkRequests)
    .set({ remindedAt: reminder.now, tokenExpiresAt: reminder.tokenExpiresAt })
    .where(
      and(
        eq(linkRequests.tenantId, tenantId),
        eq(linkRequests.customerId, customerId),
        eq(linkRequests.state, 'open'),
        ne(linkRequests.tokenHash, ''),
        or(isNull(linkRequests.remindedAt), lte(linkRequests.remindedAt, reminder.notAfter)),
      ),
    )
    .returning({ id: linkRequests.id })
  return row ?? null
}

/** Requests put to the parties that a recipient organisation has claimed, in some states, the oldest first. */
export async function listRequestsToRecipient(
  db: Connection,
  tenantId: string,
  states: readonly LinkRequestState[],
  limit: number,
): Promise<LinkRequest[]> {
  return db
    .select(shown)
    .from(linkRequests)
    .innerJoin(parties, eq(parties.id, linkRequests.partyId))
    .where(
      and(
        eq(parties.companyId, tenantId),
        inArray(linkRequests.state, [...states]),
        // What a supplier took back itself is nothing for the recipient to look at.
        or(ne(linkRequests.state, 'withdrawn'), ne(linkRequests.reason, '')),
      ),
    )
    .orderBy(asc(linkRequests.createdAt), asc(linkRequests.id))
    .limit(limit)
}

/** One request put to a party that a recipient organisation has claimed. Null when it is not for them. */
export async function findRequestToRecipient(
  db: Connection,
  tenantId: string,
  requestId: string,
): Promise<LinkRequest | null> {
  const [row] = await db
    .select(shown)
    .from(linkRequests)
    .innerJoin(parties, eq(parties.id, linkRequests.partyId))
    .where(and(eq(parties.companyId, tenantId), eq(linkRequests.id, requestId)))
  return row ?? null
}

/** The request whose letter carried the token with this hash. Null when there is none. */
export async function findRequestByToken(db: Connection, tokenHash: string): Promise<LinkRequest | null> {
  const [row] = await db
    .select(shown)
    .from(linkRequests)
    .innerJoin(parties, eq(parties.id, linkRequests.partyId))
    .where(and(eq(linkRequests.tokenHash, tokenHash), ne(linkRequests.tokenHash, '')))
  return row ?? null
}

/**
 * Moves a request that the caller has read from one state to another. False, and nothing changes, when it is no
 * longer in the first: somebody else was faster. `decidedSince`: only if it was decided then or later.
 */
export async function moveRequest(
  db: Connection,
  request: Pick<LinkRequest, 'tenantId' | 'id'>,
  move: {
    from: LinkRequestState
    to: LinkRequestState
    reason: string
    decidedByName: string
    decidedAt: Date | null
    decidedSince?: Date
  },
): Promise<boolean> {
  const changed = await db
    .update(linkRequests)
    .set({
      state: move.to,
      reason: move.reason,
      decidedByName: move.decidedByName,
      decidedAt: move.decidedAt,
    })
    .where(
      and(
        eq(linkRequests.tenantId, request.tenantId),
        eq(linkRequests.id, request.id),
        eq(linkRequests.state, move.from),
        ...(move.decidedSince ? [gte(linkRequests.decidedAt, move.decidedSince)] : []),
      ),
    )
    .returning({ id: linkRequests.id })
  return changed.length === 1
}
