import type { Connection } from '#db/client.ts'
import {
  countSignInFailures,
  deleteAllSignInFailures,
  deleteSignInFailures,
  endOtherSessions,
  endSession,
  endSessionOf,
  findSession,
  findUserByEmail,
  insertSession,
  insertSignInFailure,
  listSessions,
  lockUserWithPassword,
  touchSession,
} from '#db/queries/users.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { Platform, PublicContext, UserContext } from '#lib/services/context.ts'
import { verifyPassword } from '#lib/services/passwords.ts'
import { newSecret, sha256 } from '#lib/services/secrets.ts'

const idleHours = 8
const longestDays = 30
const windowMinutes = 15
const triesPerAccountAndAddress = 5
const triesPerAccount = 20

/** A signed-in user as every read of the session finds them. */
export type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>

/**
 * Checks address and password and opens a session, whose secret is to be kept in the cookie only. `wrong` for every cause alike, in the same time; `too-many` after 5 tries for
 * the account from this address, or 20 for the account, in 15 minutes. The try is counted before it is
 * evaluated.
 */
export async function signIn(
  ctx: PublicContext,
  input: { email: string; password: string },
): Promise<Result<{ secret: string; locale: 'sv' | 'en' }, 'wrong' | 'too-many'>> {
  if (!(await mayTryPassword(ctx, input.email))) return fail('too-many')
  const user = await findUserByEmail(ctx.db, input.email)
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user || !matches) return fail('wrong')
  const secret = await ctx.db.transaction(async (tx) => {
    // A password changed while this one was verified: whoever knew only the old one stays out.
    if (!(await lockUserWithPassword(tx, user.id, user.passwordHash))) return null
    return openSession(tx, user.id, ctx.clock.now())
  })
  if (secret === null) return fail('wrong')
  await forgetPasswordTries(ctx, input.email)
  return succeed({ secret, locale: user.locale })
}

/**
 * Counts a try to guess the account's password before it is evaluated; false when the limits are reached and it
 * must not be.
 */
export async function mayTryPassword(ctx: PublicContext, email: string): Promise<boolean> {
  const account = accountHash(email)
  const now = ctx.clock.now()
  const since = new Date(now.getTime() - windowMinutes * 60_000)
  return ctx.db.transaction(async (tx) => {
    const failures = await countSignInFailures(tx, account, ctx.address, since)
    if (failures.accountAndAddress >= triesPerAccountAndAddress || failures.account >= triesPerAccount)
      return false
    await insertSignInFailure(tx, account, ctx.address, now)
    return true
  })
}

/** Forgets the counted tries from this address, after the right password. */
export async function forgetPasswordTries(ctx: PublicContext, email: string): Promise<void> {
  await deleteSignInFailures(ctx.db, accountHash(email), ctx.address)
}

/** Forgets every counted try of the account: its owner has just shown that the address is theirs. */
export async function forgetAllPasswordTries(ctx: PublicContext, email: string): Promise<void> {
  await deleteAllSignInFailures(ctx.db, accountHash(email))
}

const accountHash = (email: string) => sha256(`account:${email}`)

/** Opens the session of a user who has just been created. Returns its secret, to be kept in the cookie only. */
export async function startSession(ctx: Platform, userId: string): Promise<string> {
  return openSession(ctx.db, userId, ctx.clock.now())
}

/** Opens a session, in the caller's transaction if there is one. Returns its secret, to be kept in the cookie only. */
export async function openSession(db: Connection, userId: string, now: Date): Promise<string> {
  const secret = newSecret()
  await insertSession(db, { id: newId(), secretHash: sha256(secret), userId, createdAt: now })
  return secret
}

const limitsAt = (now: Date) => ({
  idleAfter: new Date(now.getTime() - idleHours * 3_600_000),
  begunAfter: new Date(now.getTime() - longestDays * 86_400_000),
})

/** The live session behind a secret; null when it ended, was idle for 8 hours, or is 30 days old. Looked up on every read. */
export async function readSession(ctx: Platform, secret: string): Promise<Session | null> {
  const now = ctx.clock.now()
  const session = await findSession(ctx.db, sha256(secret), limitsAt(now))
  if (session && now.getTime() - session.lastSeenAt.getTime() > 60_000)
    await touchSession(ctx.db, session.id, now)
  return session
}

/** Ends the session: the cookie is dead on the next request. */
export async function signOut(ctx: Platform, sessionId: string): Promise<void> {
  await endSession(ctx.db, sessionId, ctx.clock.now())
}

/** A device where the user is signed in; `isThis` is the one that asks. */
export type Device = { id: string; createdAt: Date; lastSeenAt: Date; isThis: boolean }

/** The devices where the user is signed in, this one first, then the one used last (K3). */
export async function listDevices(ctx: UserContext): Promise<Device[]> {
  const live = await listSessions(ctx.db, ctx.userId, limitsAt(ctx.clock.now()))
  const devices = live.map((session) => ({ ...session, isThis: session.id === ctx.sessionId }))
  return devices.sort((a, b) => Number(b.isThis) - Number(a.isThis))
}

/** Signs one other device of the user out; with no `sessionId` all but this one. A device that is out already stays out. */
export async function signOutDevices(
  ctx: UserContext,
  { sessionId }: { sessionId?: string | undefined },
): Promise<Result<undefined, never>> {
  const now = ctx.clock.now()
  if (sessionId === undefined) await endOtherSessions(ctx.db, ctx.userId, ctx.sessionId, now)
  else await endSessionOf(ctx.db, ctx.userId, sessionId, now)
  return succeed(undefined)
}
