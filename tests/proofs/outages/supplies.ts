import { openS3Store } from '#lib/adapters/storage/s3-store.ts'
import { expectValue } from '#lib/core/result.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { Platform, TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { openDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { newParty } from '#tests/setup/directory.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { openPlatform } from '#tests/setup/platform.ts'
import { makeCompany, orgNumberOf } from '../isolation/belongings.ts'
import type { DeliveryRow } from '../system/records.ts'
import type { Supplier } from '../system/suppliers.ts'
import type { System } from '../system/system.ts'
import type { Dependency } from './matrix.ts'

/** How many invoices go by each way. */
type Batch = Readonly<Record<DeliveryRow['channel'], number>>

/** What is sent as it breaks, and while it is broken: most by the way that is broken, and some by each other. */
const batches: Readonly<Record<Dependency, { before: Batch; during: Batch }>> = {
  'access-point': {
    before: { inbox: 0, email: 0, 'access-point': 5 },
    during: { inbox: 1, email: 1, 'access-point': 5 },
  },
  mail: {
    before: { inbox: 0, email: 3, 'access-point': 0 },
    during: { inbox: 1, email: 3, 'access-point': 1 },
  },
  storage: {
    before: { inbox: 2, email: 2, 'access-point': 2 },
    during: { inbox: 1, email: 1, 'access-point': 1 },
  },
  database: {
    before: { inbox: 2, email: 2, 'access-point': 2 },
    during: { inbox: 1, email: 1, 'access-point': 1 },
  },
}

/** As many fewer as leave the access point's circuit breaker alone: it would rest for half a minute. */
const shortBatches: typeof batches = {
  ...batches,
  'access-point': {
    before: { inbox: 0, email: 0, 'access-point': 2 },
    during: { inbox: 1, email: 1, 'access-point': 2 },
  },
}

/** A supplier for one cell alone: what it sends as the fault begins and during it, and a draft it works on. */
export type Supplies = Supplier & {
  readonly before: readonly string[]
  readonly during: readonly string[]
  readonly draft: { readonly id: string; readonly revision: number; readonly content: InvoiceDraft }
}

/** Makes a supplier for each of the dependencies given, and a recipient with an inbox, whose id is given too. */
export async function makeSupplies(
  system: System,
  wanted: readonly Dependency[],
  { short }: { short: boolean },
): Promise<{ supplies: Supplies[]; recipientId: string }> {
  const test = await openPlatform(system.appUrl)
  const platform: Platform = { ...test, store: openS3Store(system.store), linkSecret: system.authSecret }
  try {
    const recipient = await makeCompany({ platform }, 'recipient', orgNumberOf(1))
    const parties: Record<DeliveryRow['channel'], string> = {
      inbox: await newParty(system.ownerUrl, { orgNumber: orgNumberOf(11), companyId: recipient.tenantId }),
      'access-point': await newParty(system.ownerUrl, { orgNumber: orgNumberOf(12), channels: ['peppol'] }),
      email: await newParty(system.ownerUrl, {
        orgNumber: orgNumberOf(13),
        channels: ['email'],
        contactEmail: 'ekonomi@mottagaren.example',
      }),
    }
    const supplies: Supplies[] = []
    for (const [index, dependency] of wanted.entries()) {
      const ctx = await makeCompany({ platform }, 'supplier', orgNumberOf(101 + index))
      supplies.push(await supply(ctx, parties, (short ? shortBatches : batches)[dependency]))
    }
    return { supplies, recipientId: recipient.tenantId }
  } finally {
    await test.close()
  }
}

async function supply(
  ctx: TenantContext,
  parties: Readonly<Record<DeliveryRow['channel'], string>>,
  batch: (typeof batches)[Dependency],
): Promise<Supplies> {
  const customers = new Map<string, string>()
  for (const [channel, partyId] of Object.entries(parties)) {
    const added = await addCustomer(ctx, { partyId, customerNumber: '', message: '' })
    customers.set(channel, expectValue(added).customerId)
  }
  const ready = async (some: Batch) => {
    const ids: string[] = []
    for (const [channel, count] of Object.entries(some)) {
      for (let made = 0; made < count; made += 1) {
        const draft = await savedDraft(ctx, customers.get(channel) ?? '')
        expectValue(await prepareInvoice(ctx, draft))
        ids.push(draft.invoiceId)
      }
    }
    return ids
  }
  const before = await ready(batch.before)
  const during = await ready(batch.during)
  const { invoiceId: id } = await savedDraft(ctx, customers.get('inbox') ?? '')
  const { revision, draft: content } = expectValue(await openDraft(ctx, id))
  return {
    tenantId: ctx.tenantId,
    email: ctx.userEmail,
    invoiceIds: [...before, ...during],
    before,
    during,
    draft: { id, revision, content },
  }
}
