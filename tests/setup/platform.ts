import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '#db/client.ts'
import { openJobQueue } from '#db/jobs.ts'
import { insertCompany, insertNumberSeries, insertPaymentAccount } from '#db/queries/companies.ts'
import { insertUser } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { systemClock } from '#lib/adapters/clock.ts'
import { openMailbox } from '#lib/adapters/mail/mailbox.ts'
import { openFolderStore } from '#lib/adapters/storage/folder-store.ts'
import { newId } from '#lib/core/ids.ts'
import type { Platform, TenantContext } from '#lib/services/context.ts'

/** `storeFolder`: a DATA_DIR whose `attachments` the platform's store is, for a worker process beside it. */
export type TestPlatform = Platform & { storeFolder: string; close(): Promise<void> }

/** What the services run on in a test: the real database and queue as the application's role, a folder store, a silent log. */
export async function openPlatform(appUrl: string): Promise<TestPlatform> {
  const { db, close } = connect(appUrl, { max: 24, name: 'test' })
  const jobs = await openJobQueue(db, (error) => {
    throw error
  })
  const silent = () => undefined
  const folder = await mkdtemp(join(tmpdir(), 'talong-store-'))
  return {
    db,
    jobs,
    clock: systemClock,
    log: { info: silent, warn: silent, error: silent },
    store: openFolderStore(join(folder, 'attachments')),
    storeFolder: folder,
    accessPoint: null,
    mailer: openMailbox(folder, systemClock.now),
    linkSecret: 'a secret for links in tests, 32 characters',
    close: async () => {
      await jobs.stop()
      await close()
      await rm(folder, { recursive: true, force: true })
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
    await insertPaymentAccount(tx, tenantId, {
      id: newId(),
      kind: 'bankgiro',
      number: '50501055',
      isDefault: true,
    })
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
