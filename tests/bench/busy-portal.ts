import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { openFolderStore } from '#lib/adapters/storage/folder-store.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { emptyLine } from '#lib/invoice/draft.ts'
import type { Platform, TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { buildIfStale } from '#scripts/build.ts'
import { authSecret } from '#scripts/environment.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { prepareInstallation, serverAccount } from '#scripts/postgres-installation.ts'
import { readPostmaster } from '#scripts/postmaster.ts'
import { startInstance } from '#tests/proofs/instance.ts'
import { makeCompany, orgNumberOf } from '#tests/proofs/isolation/belongings.ts'
import { readSurfaces, type Surfaces } from '#tests/proofs/isolation/surfaces.ts'
import { startAccessPoint } from '#tests/proofs/system/system.ts'
import { newParty } from '#tests/setup/directory.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { openPlatform } from '#tests/setup/platform.ts'
import { cpuMsOfTree } from './process-cpu.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The processes whose work is counted. */
export const processNames = ['web', 'worker', 'PostgreSQL', 'access point'] as const

/** CPU milliseconds that each has used so far. */
export type Used = Readonly<Record<(typeof processNames)[number], number>>

/** A Talong as `npm start` starts it, with nothing changed but its access point; suppliers who send through it. */
export type BusyPortal = {
  readonly origin: string
  readonly dataDir: string
  readonly surfaces: Surfaces
  readonly accessPoint: { readonly url: string; readonly token: string }
  /** As the database's owner. */
  readonly owner: postgres.Sql
  readonly suppliers: readonly BusySupplier[]
  used(): Used
}

/** A supplier with one customer in the Peppol network. */
export type BusySupplier = { readonly ctx: TenantContext; readonly customerId: string }

/** Starts all of it, runs `work`, and stops all of it, whatever `work` came to. The access point answers after `pauseMs`. */
export async function withBusyPortal(
  { suppliers, pauseMs }: { suppliers: number; pauseMs: number },
  work: (portal: BusyPortal) => Promise<void>,
): Promise<void> {
  await buildIfStale(() => console.log('Building …'))
  const folder = mkdtempSync(join(tmpdir(), 'talong-bench-'))
  const undo: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })]
  try {
    const token = randomBytes(16).toString('hex')
    const accessPoint = await startAccessPoint(join(folder, 'ledger'), token, { pauseMs })
    undo.unshift(accessPoint.stop)
    const started = await startInstance(root, {
      ACCESS_POINT_URL: accessPoint.url,
      ACCESS_POINT_TOKEN: token,
      LOG_LEVEL: 'info',
    })
    undo.unshift(started.stop)
    const { dataDir } = started
    const server = openPostgres(dataDir)
    const owner = postgres(server.ownerUrl(), { max: 4, onnotice: () => undefined })
    undo.unshift(() => owner.end({ timeout: 2 }))
    const test = await openPlatform(server.appUrl())
    undo.unshift(test.close)
    const platform: Platform = {
      ...test,
      store: openFolderStore(join(dataDir, 'attachments')),
      linkSecret: authSecret(dataDir),
    }
    const parts = { origin: started.origin, dataDir, owner, surfaces: readSurfaces(root) }
    await work({
      ...parts,
      accessPoint: { url: accessPoint.url, token },
      suppliers: await makeSuppliers(platform, server.ownerUrl(), suppliers),
      used: usedBy({ ...pidsOf(dataDir), 'access point': accessPoint.pid }),
    })
  } finally {
    for (const end of undo) await end()
  }
}

function usedBy(pids: Readonly<Record<(typeof processNames)[number], number>>): () => Used {
  const of = (name: (typeof processNames)[number]) => cpuMsOfTree(pids[name])
  return () => ({
    web: of('web'),
    worker: of('worker'),
    PostgreSQL: of('PostgreSQL'),
    'access point': of('access point'),
  })
}

function pidsOf(dataDir: string) {
  const children = JSON.parse(readFileSync(join(dataDir, 'children.json'), 'utf8')) as Record<
    'web' | 'worker',
    { pid: number }
  >
  const home = join(dataDir, 'postgres')
  const postmaster = readPostmaster(prepareInstallation(home, serverAccount(home)).cluster)
  if (!postmaster) throw new Error('PostgreSQL is not there after it was started')
  return { web: children.web.pid, worker: children.worker.pid, PostgreSQL: postmaster.mark.pid }
}

async function makeSuppliers(platform: Platform, ownerUrl: string, count: number): Promise<BusySupplier[]> {
  const partyId = await newParty(ownerUrl, { orgNumber: orgNumberOf(11), channels: ['peppol'] })
  const suppliers: BusySupplier[] = []
  for (let index = 0; index < count; index += 1) {
    const ctx = await makeCompany({ platform }, 'supplier', orgNumberOf(101 + index))
    const added = await addCustomer(ctx, { partyId, customerNumber: '', message: '' })
    suppliers.push({ ctx, customerId: expectValue(added).customerId })
  }
  return suppliers
}

/** So many lines, no two alike, at 25 %. */
export function linesOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...emptyLine(newId(), { vatChoice: 'rate-25' }),
    itemName: `Målning av klassrum ${index + 1}`,
    quantity: `${1 + (index % 37)},5`,
    unitPrice: `${100 + ((index * 17) % 911)},50`,
  }))
}

/** Makes invoices in *Godkänn och skicka*, of one to ten lines in turn, by what the form's own requests call. */
export async function makeReady({ ctx, customerId }: BusySupplier, count: number): Promise<string[]> {
  const invoiceIds: string[] = []
  for (let made = 0; made < count; made += 1) {
    const draft = await savedDraft(ctx, customerId, { lines: linesOf(1 + (made % 10)) })
    expectValue(await prepareInvoice(ctx, draft))
    invoiceIds.push(draft.invoiceId)
  }
  return invoiceIds
}
