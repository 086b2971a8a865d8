import 'server-only'
import { cookies } from 'next/headers'
import { getServerSession, type NextAuthOptions } from 'next-auth'
import { encode } from 'next-auth/jwt'
import { container } from './container.ts'

const longestSeconds = 30 * 86_400

/** The session cookie's name: host-bound and secure when the public address is https. */
function cookieName(publicOrigin: string): string {
  return publicOrigin.startsWith('https:') ? '__Host-talong-session' : 'talong-session'
}

/** next-auth holds only the session's secret, encrypted; who that is, the `sessions` row says on every read. */
async function authOptions(): Promise<NextAuthOptions> {
  const { config } = await container()
  return {
    providers: [],
    // A cookie that cannot be read is nobody's: no reason to fill the log.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    secret: config.authSecret,
    session: { strategy: 'jwt', maxAge: longestSeconds },
    cookies: {
      sessionToken: { name: cookieName(config.publicOrigin), options: cookieOptions(config.publicOrigin) },
    },
    callbacks: {
      jwt: ({ token }) => token,
      session: ({ session, token }) => ({ expires: session.expires, user: { name: token.sub ?? null } }),
    },
  }
}

function cookieOptions(publicOrigin: string) {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: publicOrigin.startsWith('https:') }
}

/** The secret in the request's session cookie; null when there is none that we made. */
export async function readSessionSecret(): Promise<string | null> {
  const session = await getServerSession(await authOptions())
  return session?.user?.name ?? null
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
