import { openS3Store } from '#lib/adapters/storage/s3-store.ts'
import { expectValue } from '#lib/core/result.ts'
import type { Platform } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { newParty } from '#tests/setup/directory.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { openPlatform } from '#tests/setup/platform.ts'
import { makeCompany, orgNumberOf } from '../isolation/belongings.ts'
import type { DeliveryRow } from '../system/records.ts'
import type { System } from '../system/system.ts'
import type { Errand } from './errands.ts'

type Channel = DeliveryRow['channel']

/** A supplier, an organisation whose inbox is here, and what the supplier has for its errands. */
export type World = {
  readonly tenantId: string
  readonly recipientId: string
  readonly email: string
  /** In *Godkänn och skicka*, by the way they will go. */
  readonly ready: Readonly<Record<Channel, string[]>>
  /** To upload to, one each. */
  readonly drafts: string[]
}

/** Runs `work` with what the services run on, on the system's database and store. */
export async function withPlatform<Value>(
  system: System,
  work: (platform: Platform) => Promise<Value>,
): Promise<Value> {
  const test = await openPlatform(system.appUrl)
  try {
    return await work({ ...test, store: openS3Store(system.store), linkSecret: system.authSecret })
  } finally {
    await test.close()
  }
}

/** For errands that are run once more: so many of each kind. */
const spare = 3

/** Makes what these errands need, and a few more of each. */
export function makeWorld(system: System, errands: readonly Errand[]): Promise<World> {
  return withPlatform(system, async (platform) => {
    const recipient = await makeCompany({ platform }, 'recipient', orgNumberOf(1))
    const supplier = await makeCompany({ platform }, 'supplier', orgNumberOf(101))
    const parties = {
      inbox: { orgNumber: orgNumberOf(11), companyId: recipient.tenantId, channels: ['inbox' as const] },
      'access-point': { orgNumber: orgNumberOf(12), channels: ['peppol' as const] },
      email: {
        orgNumber: orgNumberOf(13),
        channels: ['email' as const],
        contactEmail: 'ekonomi@mottagaren.example',
      },
    }
    const readyFor = async (channel: Channel) => {
      const partyId = await newParty(system.ownerUrl, parties[channel])
      const added = await addCustomer(supplier, { partyId, customerNumber: '', message: '' })
      const { customerId } = expectValue(added)
      const made: string[] = []
      const isOurs = (errand: Errand) => errand.kind === 'send' && errand.channel === channel
      while (made.length < errands.filter(isOurs).length + spare) {
        const draft = await savedDraft(supplier, customerId)
        expectValue(await prepareInvoice(supplier, draft))
        made.push(draft.invoiceId)
      }
      return { customerId, made }
    }
    const inbox = await readyFor('inbox')
    const ready = {
      inbox: inbox.made,
      'access-point': (await readyFor('access-point')).made,
      email: (await readyFor('email')).made,
    }
    const drafts: string[] = []
    while (drafts.length < errands.filter(({ kind }) => kind === 'upload').length + spare)
      drafts.push((await savedDraft(supplier, inbox.customerId)).invoiceId)
    const { tenantId, userEmail: email } = supplier
    return { tenantId, recipientId: recipient.tenantId, email, ready, drafts }
  })
}
