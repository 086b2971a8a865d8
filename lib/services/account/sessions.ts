import {
  countSignInFailures,
  deleteSignInFailures,
  endSession,
  findSession,
  findUserByEmail,
  insertSession,
  insertSignInFailure,
  touchSession,
} from '#db/queries/users.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { Platform, PublicContext } from '#lib/services/context.ts'
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
 * Checks address and password. `wrong` for every cause alike, in the same time; `too-many` after 5 tries for
 * the account from this address, or 20 for the account, in 15 minutes. The try is counted before it is
 * evaluated.
 */
export async function signIn(
  ctx: PublicContext,
  input: { email: string; password: string },
): Promise<Result<{ userId: string; locale: 'sv' | 'en' }, 'wrong' | 'too-many'>> {
  const accountHash = sha256(`account:${input.email}`)
  const now = ctx.clock.now()
  const since = new Date(now.getTime() - windowMinutes * 60_000)
  const allowed = await ctx.db.transaction(async (tx) => {
    const failures = await countSignInFailures(tx, accountHash, ctx.address, since)
    if (failures.accountAndAddress >= triesPerAccountAndAddress || failures.account >= triesPerAccount)
      return false
    await insertSignInFailure(tx, accountHash, ctx.address, now)
    return true
  })
  if (!allowed) return fail('too-many')
  const user = await findUserByEmail(ctx.db, input.email)
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user || !matches) return fail('wrong')
  await deleteSignInFailures(ctx.db, accountHash, ctx.address)
  return succeed({ userId: user.id, locale: user.locale })
}

/** Opens a session. Returns its secret, to be kept in the cookie only. */
export async function startSession(ctx: Platform, userId: string): Promise<string> {
  const secret = newSecret()
  await insertSession(ctx.db, { id: newId(), secretHash: sha256(secret), userId, createdAt: ctx.clock.now() })
  return secret
}

/** The live session behind a secret; null when it ended, was idle for 8 hours, or is 30 days old. Looked up on every read. */
export async function readSession(ctx: Platform, secret: string): Promise<Session | null> {
  const now = ctx.clock.now()
  const session = await findSession(ctx.db, sha256(secret), {
    idleAfter: new Date(now.getTime() - idleHours * 3_600_000),
    begunAfter: new Date(now.getTime() - longestDays * 86_400_000),
  })
  if (session && now.getTime() - session.lastSeenAt.getTime() > 60_000)
    await touchSession(ctx.db, session.id, now)
  return session
}

/** Ends the session: the cookie is dead on the next request. */
export async function signOut(ctx: Platform, sessionId: string): Promise<void> {
  await endSession(ctx.db, sessionId, ctx.clock.now())
}
