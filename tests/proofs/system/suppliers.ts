import { openS3Store } from '#lib/adapters/storage/s3-store.ts'
import { expectValue } from '#lib/core/result.ts'
import type { Platform, TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { newParty } from '#tests/setup/directory.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { openPlatform } from '#tests/setup/platform.ts'
import { makeCompany, orgNumberOf } from '../isolation/belongings.ts'
import type { System } from './system.ts'

/** Somebody who sends: who signs in, and the invoices in *Godkänn och skicka*. */
export type Supplier = {
  readonly tenantId: string
  readonly email: string
  readonly invoiceIds: readonly string[]
}

/** Who sends, and the organisations whose inbox is here. */
export type Companies = { readonly suppliers: readonly Supplier[]; readonly recipientIds: readonly string[] }

const invoicesEach = 50
const atOnce = 4

/** Makes suppliers with `invoices` ready in all: every other one to an inbox here, the rest into the Peppol network. */
export async function makeCompanies(system: System, invoices: number): Promise<Companies> {
  const test = await openPlatform(system.appUrl)
  const platform: Platform = { ...test, store: openS3Store(system.store), linkSecret: system.authSecret }
  try {
    const recipients = [
      await makeCompany({ platform }, 'recipient', orgNumberOf(1)),
      await makeCompany({ platform }, 'recipient', orgNumberOf(2)),
    ]
    const recipientIds = recipients.map(({ tenantId }) => tenantId)
    const parties: string[] = []
    for (const [index, companyId] of [...recipientIds, null, null].entries()) {
      const channels = companyId === null ? (['peppol'] as const) : (['inbox'] as const)
      const party = { orgNumber: orgNumberOf(11 + index), companyId, channels: [...channels] }
      parties.push(await newParty(system.ownerUrl, party))
    }
    const waiting = Array.from({ length: Math.ceil(invoices / invoicesEach) }, (_, index) => index)
    const suppliers: Supplier[] = []
    const makeNext = async () => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        const count = Math.min(invoicesEach, invoices - index * invoicesEach)
        suppliers.push(await makeSupplier(platform, index, parties, count))
      }
    }
    await Promise.all(Array.from({ length: atOnce }, makeNext))
    return { suppliers, recipientIds }
  } finally {
    await test.close()
  }
}

async function makeSupplier(
  platform: Platform,
  index: number,
  parties: readonly string[],
  count: number,
): Promise<Supplier> {
  const ctx = await makeCompany({ platform }, 'supplier', orgNumberOf(101 + index))
  const inbox = await customerOf(ctx, parties[index % 2])
  const network = await customerOf(ctx, parties[2 + (index % 2)])
  const invoiceIds: string[] = []
  for (let made = 0; made < count; made += 1) {
    const draft = await savedDraft(ctx, made % 2 === 0 ? inbox : network)
    expectValue(await prepareInvoice(ctx, draft))
    invoiceIds.push(draft.invoiceId)
  }
  return { tenantId: ctx.tenantId, email: ctx.userEmail, invoiceIds }
}

async function customerOf(ctx: TenantContext, partyId = ''): Promise<string> {
  return expectValue(await addCustomer(ctx, { partyId, customerNumber: '', message: '' })).customerId
}
