import { and, count, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Connection, Transaction } from '../client.ts'
import { sessions, signInFailures, type UserKind, users } from '../schema/users.ts'

/** A user with what signing in needs. Null when no account has the address. */
export async function findUserByEmail(db: Connection, email: string) {
  const [row] = await db
    .select({
      id: users.id,
      kind: users.kind,
      companyId: users.companyId,
      locale: users.locale,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(eq(users.email, email))
  return row ?? null
}

/** A user's own details, password hash included, by id. Null when there is none. */
export async function findUser(db: Connection, userId: string) {
  const [row] = await db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      locale: users.locale,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(eq(users.id, userId))
  return row ?? null
}

/** Adds a user. Returns false, and changes nothing, when the address already has an account. */
export async function insertUser(
  db: Connection,
  row: {
    id: string
    kind: UserKind
    companyId: string | null
    email: string
    name: string
    locale: 'sv' | 'en'
    passwordHash: string
  },
): Promise<boolean> {
  const added = await db
    .insert(users)
    .values(row)
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id })
  return added.length === 1
}

/** Replaces a user's password hash. */
export async function updatePassword(db: Connection, userId: string, passwordHash: string): Promise<void> {
  await db.update(users).set({ passwordHash }).where(eq(users.id, userId))
}

/** Sets the language a user reads. */
export async function updateUserLocale(db: Connection, userId: string, locale: 'sv' | 'en'): Promise<void> {
  await db.update(users).set({ locale }).where(eq(users.id, userId))
}

/** Opens a session. */
export async function insertSession(
  db: Connection,
  row: { id: string; secretHash: string; userId: string; createdAt: Date },
): Promise<void> {
  await db.insert(sessions).values({ ...row, lastSeenAt: row.createdAt })
}

/**
 * The live session behind a secret with its user. Null when it is unknown, ended, idle since before
 * `idleAfter`, or begun before `begunAfter`.
 */
export async function findSession(
  db: Connection,
  secretHash: string,
  limits: { idleAfter: Date; begunAfter: Date },
) {
  const [row] = await db
    .select({
      id: sessions.id,
      lastSeenAt: sessions.lastSeenAt,
      userId: users.id,
      kind: users.kind,
      companyId: users.companyId,
      name: users.name,
      email: users.email,
      locale: users.locale,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.secretHash, secretHash),
        isNull(sessions.endedAt),
        gt(sessions.lastSeenAt, limits.idleAfter),
        gt(sessions.createdAt, limits.begunAfter),
      ),
    )
  return row ?? null
}

/** Notes that a session is in use. */
export async function touchSession(db: Connection, sessionId: string, now: Date): Promise<void> {
  await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId))
}

/** Ends one session. */
export async function endSession(db: Connection, sessionId: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
}

/** Ends every other session of a user, as after a changed password. */
export async function endOtherSessions(
  db: Connection,
  userId: string,
  keepSessionId: string,
  now: Date,
): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(
      and(eq(sessions.userId, userId), isNull(sessions.endedAt), sql`${sessions.id} <> ${keepSessionId}`),
    )
}

/**
 * Counts the failed tries since `since`: of the account, and of the account from this address. Holds a lock
 * on the account until the transaction ends, so that tries at once cannot slip past the limit together.
 */
export async function countSignInFailures(
  tx: Transaction,
  accountHash: string,
  address: string,
  since: Date,
) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in:${accountHash}`}, 0))`)
  const [row] = await tx
    .select({
      account: count(),
      accountAndAddress: sql<number>`count(*) filter (where ${signInFailures.address} = ${address})`.mapWith(
        Number,
      ),
    })
    .from(signInFailures)
    .where(and(eq(signInFailures.accountHash, accountHash), gt(signInFailures.at, since)))
  return row ?? { account: 0, accountAndAddress: 0 }
}

/** Notes a try before it is evaluated: one that crashes has counted all the same. */
export async function insertSignInFailure(tx: Transaction, accountHash: string, address: string, at: Date) {
  await tx.insert(signInFailures).values({ accountHash, address, at })
}

/** Forgets the tries of an account from one address, after the right password. */
export async function deleteSignInFailures(
  db: Connection,
  accountHash: string,
  address: string,
): Promise<void> {
  await db
    .delete(signInFailures)
    .where(and(eq(signInFailures.accountHash, accountHash), eq(signInFailures.address, address)))
}

/** How many users there are: none means that the database is new. */
export async function countUsers(db: Connection): Promise<number> {
  const [row] = await db.select({ total: count() }).from(users)
  return row?.total ?? 0
}

/**
 * Holds a user's row, if it still has this password hash, so that no password is changed until the transaction
 * ends. False when it has another one.
 */
export async function lockUserWithPassword(
  tx: Transaction,
  userId: string,
  passwordHash: string,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.passwordHash, passwordHash)))
    .for('share')
  return row !== undefined
}
