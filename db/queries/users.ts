import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Connection, Transaction } from '../client.ts'
import { agreementAcceptances } from '../schema/companies.ts'
import { type MailChoice, sessions, signInFailures, type UserKind, users } from '../schema/users.ts'

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
      kind: users.kind,
      companyId: users.companyId,
      email: users.email,
      name: users.name,
      locale: users.locale,
      passwordHash: users.passwordHash,
      isSandbox: users.isSandbox,
      mailChoice: sql<MailChoice>`case when not ${users.mailOnDelivered} then 'none' when ${users.mailDaily} then 'daily' else 'each' end`,
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
    isSandbox?: boolean
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

/** Sets which letters a user gets about what is *Klar*. */
export async function updateMailChoice(db: Connection, userId: string, choice: MailChoice): Promise<void> {
  await db
    .update(users)
    .set({ mailOnDelivered: choice !== 'none', mailDaily: choice === 'daily' })
    .where(eq(users.id, userId))
}

/** Sets a user's name. */
export async function updateUserName(db: Connection, userId: string, name: string): Promise<void> {
  await db.update(users).set({ name }).where(eq(users.id, userId))
}

/**
 * Sets the address a user signs in with. Returns false, and changes nothing, when it has an account; two at once
 * for one address meet the unique constraint, and the second rejects.
 */
export async function updateUserEmail(db: Connection, userId: string, email: string): Promise<boolean> {
  const changed = await db
    .update(users)
    .set({ email })
    .where(
      and(eq(users.id, userId), sql`not exists (select 1 from users as other where other.email = ${email})`),
    )
    .returning({ id: users.id })
  return changed.length === 1
}

/** Holds a user's row until the transaction ends: its address and password stay what they are. */
export async function lockUser(tx: Transaction, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
}

/** Tells whether a user has accepted a version of the agreement. Only within the user's tenant. */
export async function hasAcceptance(tx: Transaction, userId: string, version: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: agreementAcceptances.id })
    .from(agreementAcceptances)
    .where(and(eq(agreementAcceptances.userId, userId), eq(agreementAcceptances.version, version)))
    .limit(1)
  return row !== undefined
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
      isSandbox: users.isSandbox,
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

/** Ends every session of a user, as after a password that was forgotten. */
export async function endAllSessions(db: Connection, userId: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)))
}

/** Ends a session if it is this user's. */
export async function endSessionOf(
  db: Connection,
  userId: string,
  sessionId: string,
  now: Date,
): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.endedAt)))
}

/** A user's live sessions, the one used last first. */
export async function listSessions(
  db: Connection,
  userId: string,
  limits: { idleAfter: Date; begunAfter: Date },
) {
  return db
    .select({ id: sessions.id, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        gt(sessions.lastSeenAt, limits.idleAfter),
        gt(sessions.createdAt, limits.begunAfter),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50)
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

/** Forgets every try of an account, after its owner has shown that the address is theirs. */
export async function deleteAllSignInFailures(db: Connection, accountHash: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.accountHash, accountHash))
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
