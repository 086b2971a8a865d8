import { connect } from '#db/client.ts'
import { openJobQueue } from '#db/jobs.ts'
import { insertCompany, insertNumberSeries, replacePaymentAccount } from '#db/queries/companies.ts'
import { insertUser } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { systemClock } from '#lib/adapters/clock.ts'
import { newId } from '#lib/core/ids.ts'
import type { Platform, TenantContext } from '#lib/services/context.ts'

/** What the services run on in a test: the real database and queue as the application's role, a silent log. */
export async function openPlatform(appUrl: string): Promise<Platform & { close(): Promise<void> }> {
  const { db, close } = connect(appUrl, { max: 24, name: 'test' })
  const jobs = await openJobQueue(db, (error) => {
    throw error
  })
  const silent = () => undefined
  return {
    db,
    jobs,
    clock: systemClock,
    log: { info: silent, warn: silent, error: silent },
    linkSecret: 'a secret for links in tests, 32 characters',
    close: async () => {
      await jobs.stop()
      await close()
    },
  }
}

/** A signed-in user of a new company, complete enough to send invoices. */
export async function newCompany(
  platform: Platform,
  kind: 'supplier' | 'recipient',
  orgNumber: string,
): Promise<TenantContext> {
  const tenantId = newId()
  const userId = newId()
  await withTenant(platform.db, tenantId, async (tx) => {
    await insertCompany(tx, {
      id: tenantId,
      kind,
      companyForm: 'limited',
      name: `Provbolaget ${orgNumber} AB`,
      orgNumber,
      vatNumber: `SE${orgNumber}01`,
      seat: 'Umeå',
      street: 'Provgatan 1',
      postalCode: '90326',
      city: 'Umeå',
      email: 'faktura@provbolaget.example',
    })
    await insertNumberSeries(tx, tenantId)
    await replacePaymentAccount(tx, tenantId, { id: newId(), kind: 'bankgiro', number: '50501055', bic: '' })
    await insertUser(tx, {
      id: userId,
      kind,
      companyId: tenantId,
      email: `${userId}@provbolaget.example`,
      name: 'Prov Person',
      locale: 'sv',
      passwordHash: 'none',
    })
  })
  return {
    ...platform,
    tenantId,
    userId,
    userName: 'Prov Person',
    userEmail: `${userId}@provbolaget.example`,
    sessionId: newId(),
    address: '127.0.0.1',
    locale: 'sv',
  }
}
