import { randomInt } from 'node:crypto'
import { insertAudit } from '#db/queries/audit.ts'
import { insertCompany, insertNumberSeries, insertPaymentAccount } from '#db/queries/companies.ts'
import { countSignInFailures, insertSignInFailure, insertUser } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { luhnDigit } from '#lib/party/luhn.ts'
import type { PublicContext } from '#lib/services/context.ts'
import { sandboxDomain } from '#lib/services/mail/queue-mail.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import { newSecret, sha256 } from '#lib/services/secrets.ts'
import { startSession } from './sessions.ts'

const windowMinutes = 15
const mostPerAddress = 5
const most = 200

const words = {
  sv: { company: 'Provföretaget AB', user: 'Kim Provare' },
  en: { company: 'Trial Company AB', user: 'Kim Trial' },
} as const

/**
 * Makes a company to try Talong out with (K35), complete enough to send invoices, with a user who has no password, and
 * signs in. Gives the session's secret. `too-many` after five from an address in a quarter of an hour.
 */
export async function startSandbox(ctx: PublicContext): Promise<Result<{ secret: string }, 'too-many'>> {
  if (!(await mayStart(ctx))) return fail('too-many')
  const tenantId = newId()
  const userId = newId()
  const digits = `5599${String(randomInt(100_000)).padStart(5, '0')}`
  const orgNumber = `${digits}${luhnDigit(digits)}`
  const { company, user } = words[ctx.locale]
  // Of a secret that nobody is told: no password is the right one.
  const passwordHash = await hashPassword(newSecret())
  await withTenant(ctx.db, tenantId, async (tx) => {
    await insertCompany(tx, {
      id: tenantId,
      kind: 'supplier',
      isSandbox: true,
      name: company,
      orgNumber,
      companyForm: 'limited',
      vatNumber: `SE${orgNumber}01`,
      fTaxApproved: true,
      seat: 'Umeå',
      street: 'Provgatan 1',
      postalCode: '90326',
      city: 'Umeå',
      contactName: user,
      phone: '090-000 00 00',
      email: `faktura${sandboxDomain}`,
    })
    await insertNumberSeries(tx, tenantId)
    const account = { id: newId(), kind: 'bankgiro', number: '9912346', isDefault: true } as const
    await insertPaymentAccount(tx, tenantId, account)
    await insertUser(tx, {
      id: userId,
      kind: 'supplier',
      companyId: tenantId,
      isSandbox: true,
      email: `${userId}${sandboxDomain}`,
      name: user,
      locale: ctx.locale,
      passwordHash,
    })
    const audit = { userId, action: 'company.sandbox-started', subjectId: tenantId, details: {} }
    await insertAudit(tx, tenantId, { ...audit, at: ctx.clock.now() })
  })
  return succeed({ secret: await startSession(ctx, userId) })
}

/** Counted before anything is made, like tries to sign in. */
async function mayStart(ctx: PublicContext): Promise<boolean> {
  const now = ctx.clock.now()
  const since = new Date(now.getTime() - windowMinutes * 60_000)
  const everybody = sha256('sandbox')
  return ctx.db.transaction(async (tx) => {
    const started = await countSignInFailures(tx, everybody, ctx.address, since)
    if (started.accountAndAddress >= mostPerAddress || started.account >= most) return false
    await insertSignInFailure(tx, everybody, ctx.address, now)
    return true
  })
}
