import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { isLocale } from '#lib/i18n/locale.ts'
import { needsAgreement } from '#lib/services/account/agreement.ts'
import { readSession, type Session } from '#lib/services/account/sessions.ts'
import type { PublicContext, TenantContext, UserContext } from '#lib/services/context.ts'
import { readSessionSecret } from './auth.ts'
import { clientAddress } from './client-address.ts'
import { container } from './container.ts'

/** Who may use an action or page. */
export type Who = 'anyone' | 'signed-in' | 'supplier' | 'recipient' | 'company' | 'operator'

/** What a use case gets of the request, by who it is for. */
export type ContextOf<Kind extends Who> = Kind extends 'anyone'
  ? PublicContext
  : Kind extends 'supplier' | 'recipient' | 'company'
    ? TenantContext
    : UserContext

/** The session of the request, looked up once in a request; null when nobody is signed in. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const secret = await readSessionSecret()
  return secret === null ? null : readSession(await container(), secret)
})

/** The context of a request by anybody. */
export async function publicContext(): Promise<PublicContext> {
  const platform = await container()
  const locale = await getLocale()
  const address = clientAddress((await headers()).get('x-forwarded-for'), platform.config.trustedProxies)
  return { ...platform, address, locale: isLocale(locale) ? locale : 'sv' }
}

/** The context of a request if whoever makes it is of the kind `who`; null when not. Identity comes from the database alone. */
export async function contextFor<Kind extends Who>(who: Kind): Promise<ContextOf<Kind> | null> {
  const anyone = await publicContext()
  if (who === 'anyone') return anyone as ContextOf<Kind>
  const session = await currentSession()
  if (!session) return null
  const user: UserContext = {
    ...anyone,
    sessionId: session.id,
    userId: session.userId,
    userName: session.name,
    userEmail: session.email,
    isSandbox: session.isSandbox,
  }
  if (who === 'signed-in') return user as ContextOf<Kind>
  if (who === 'operator') return session.kind === 'operator' ? (user as ContextOf<Kind>) : null
  if (session.companyId === null || (who !== 'company' && session.kind !== who)) return null
  const tenant: TenantContext = { ...user, tenantId: session.companyId }
  return tenant as ContextOf<Kind>
}

/** Tells whether the signed-in user has yet to accept the agreement in force (K2); false when nobody is signed in. */
export const mustAcceptAgreement = cache(async (): Promise<boolean> => {
  const session = await currentSession()
  // Whoever only tries Talong out has nothing to agree to.
  if (!session || session.companyId === null || session.isSandbox) return false
  return needsAgreement(await container(), { tenantId: session.companyId, userId: session.userId })
})

/**
 * The context of a page for `who`. Sends everybody else to where they belong: the sign-in page, or their own start;
 * and whoever has not accepted the agreement in force to that first.
 */
export async function requireContext<Kind extends Exclude<Who, 'anyone'>>(
  who: Kind,
): Promise<ContextOf<Kind>> {
  const ctx = await contextFor(who)
  if (ctx && (await mustAcceptAgreement())) redirect('/agreement')
  if (ctx) return ctx
  redirect((await currentSession()) ? '/' : '/sign-in')
}
