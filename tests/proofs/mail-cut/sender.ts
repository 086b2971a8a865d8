import { join } from 'node:path'
import { openFolderStore } from '#lib/adapters/storage/folder-store.ts'
import { expectValue } from '#lib/core/result.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { authSecret } from '#scripts/environment.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { newParty } from '#tests/setup/directory.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { openPlatform } from '#tests/setup/platform.ts'
import type { ProofInstance } from '../instance.ts'
import { makeCompany, orgNumberOf } from '../isolation/belongings.ts'

/** Who sends: who signs in, and the invoices in *Godkänn och skicka*. */
export type Sender = {
  readonly tenantId: string
  readonly email: string
  readonly invoiceIds: readonly string[]
}

/** Makes a supplier in the instance with so many invoices ready, all to a party that takes letters only. */
export async function makeSender(instance: ProofInstance, invoices: number): Promise<Sender> {
  const server = openPostgres(instance.dataDir)
  const test = await openPlatform(server.appUrl())
  const store = openFolderStore(join(instance.dataDir, 'attachments'))
  const platform = { ...test, store, linkSecret: authSecret(instance.dataDir) }
  try {
    const party = {
      orgNumber: orgNumberOf(11),
      channels: ['email' as const],
      contactEmail: 'ekonomi@mottagaren.example',
    }
    const partyId = await newParty(server.ownerUrl(), party)
    const ctx = await makeCompany({ platform }, 'supplier', orgNumberOf(101))
    const added = await addCustomer(ctx, { partyId, customerNumber: '', message: '' })
    const { customerId } = expectValue(added)
    const invoiceIds: string[] = []
    for (let made = 0; made < invoices; made += 1) {
      const draft = await savedDraft(ctx, customerId)
      expectValue(await prepareInvoice(ctx, draft))
      invoiceIds.push(draft.invoiceId)
    }
    return { tenantId: ctx.tenantId, email: ctx.userEmail, invoiceIds }
  } finally {
    await test.close()
  }
}
