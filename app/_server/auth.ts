import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { container } from './container.ts'

const longestSeconds = 30 * 86_400

/** The session cookie's name: host-bound and secure when the public address is https. */
function cookieName(publicOrigin: string): string {
  return publicOrigin.startsWith('https:') ? '__Host-talong-session' : 'talong-session'
}

function cookieOptions(publicOrigin: string) {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: publicOrigin.startsWith('https:') }
}

/** Cookies that were opened before: the same text always holds the same, and opening it costs more than a small request. */
const opened = new Map<string, { secret: string; until: number }>()
const mostOpened = 5_000

/**
 * The secret in the request's session cookie; null when there is none that we made. next-auth seals only this secret:
 * who that is, and whether the session still lives, the `sessions` row says on every read.
 */
export async function readSessionSecret(): Promise<string | null> {
  const { config } = await container()
  const cookie = (await cookies()).get(cookieName(config.publicOrigin))?.value
  if (!cookie) return null
  const read = opened.get(cookie) ?? (await openCookie(cookie, config.authSecret))
  return read && read.until > Date.now() ? read.secret : null
}

async function openCookie(cookie: string, sealedWith: string) {
  // A cookie that cannot be read is nobody's: no reason to fill the log.
  const token = await decode({ token: cookie, secret: sealedWith }).catch(() => null)
  if (!token?.sub) return null
  const read = { secret: token.sub, until: Number(token.exp) * 1_000 }
  const [oldest] = opened.keys()
  if (opened.size >= mostOpened && oldest !== undefined) opened.delete(oldest)
  opened.set(cookie, read)
  return read
}

/** Sets the session cookie of the response. */
export async function writeSessionCookie(secret: string): Promise<void> {
  const { config } = await container()
  const token = await encode({ token: { sub: secret }, secret: config.authSecret, maxAge: longestSeconds })
  const jar = await cookies()
  jar.set(cookieName(config.publicOrigin), token, {
    ...cookieOptions(config.publicOrigin),
    maxAge: longestSeconds,
  })
}

/** Removes the session cookie. */
export async function clearSessionCookie(): Promise<void> {
  const { config } = await container()
  const jar = await cookies()
  jar.set(cookieName(config.publicOrigin), '', { ...cookieOptions(config.publicOrigin), maxAge: 0 })
}
