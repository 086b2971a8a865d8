import { join } from 'node:path'
import type postgres from 'postgres'
import { openFolderStore } from '#lib/adapters/storage/folder-store.ts'
import type { BusyPortal } from './busy-portal.ts'

const atOnce = 4
const most = 400
/** What *Skicka* adds a row to; the invoice itself is changed besides. */
const tables = ['invoice_versions', 'deliveries', 'invoice_events', 'audit_log'] as const

type Kept = { rows: ReadonlyMap<string, unknown[]>; key: string; messageId: string; bytes: Uint8Array }

/**
 * How many invoices a second the same work allows without Talong, over the first of these: `stored`, the same object
 * flushed to the folder and the same rows in one commit each, without triggers, policies or a decision; `carried`, the
 * same bytes given to the access point and asked about, as often at once as the worker does.
 */
export async function floors(portal: BusyPortal, invoiceIds: readonly string[]) {
  const kept: Kept[] = []
  for (const { ctx } of portal.suppliers) kept.push(...(await readKept(portal, ctx.tenantId, invoiceIds)))
  const { owner } = portal
  await owner`drop schema if exists floor cascade`
  await owner`create schema floor`
  for (const table of [...tables, 'job'])
    await owner`create table floor.${owner(table)} (like ${owner(table === 'job' ? 'pgboss.job' : `public.${table}`)} including defaults including indexes)`
  const store = openFolderStore(join(portal.dataDir, 'floor'))
  const stored = await rateOf(kept, atOnce, async (each) => {
    await store.put(each.key, each.bytes)
    await owner.begin((tx) =>
      [...each.rows].map(
        ([table, rows]) =>
          tx`insert into floor.${tx(table)} select * from jsonb_populate_recordset(null::floor.${tx(table)}, ${tx.json(rows as postgres.JSONValue)})`,
      ),
    )
  })
  const carried = await rateOf(kept, 32, (each) => carry(portal, each))
  await owner`drop schema floor cascade`
  return { stored, carried }
}

async function readKept(
  { owner, dataDir }: BusyPortal,
  tenantId: string,
  invoiceIds: readonly string[],
): Promise<Kept[]> {
  const store = openFolderStore(join(dataDir, 'attachments'))
  return owner.begin(async (tx) => {
    await tx`select set_config('app.tenant', ${tenantId}, true)`
    const versions = await tx<{ id: string; key: string; messageId: string }[]>`
      select invoice_id as id, xml_key as key, message_id as "messageId"
      from invoice_versions join deliveries using (tenant_id, invoice_id, version)
      where invoice_id = any(${invoiceIds as string[]}) limit ${most / atOnce}`
    const kept: Kept[] = []
    for (const { id, key, messageId } of versions) {
      const rows = new Map<string, unknown[]>()
      for (const table of tables) {
        const column = table === 'audit_log' ? 'subject_id' : 'invoice_id'
        const found = await tx<{ row: unknown }[]>`
          select to_jsonb(t) as row from ${tx(table)} t where ${tx(column)} = ${id} limit 1`
        rows.set(
          table,
          found.map(({ row }) => row),
        )
      }
      const jobs = await tx<{ row: unknown }[]>`
        select to_jsonb(j) as row from pgboss.job j
        where data->>'invoiceId' = ${id}
          or data->>'deliveryId' = (select id::text from deliveries where invoice_id = ${id}) limit 3`
      rows.set(
        'job',
        jobs.map(({ row }) => row),
      )
      kept.push({ rows, key, messageId, bytes: await store.read(key) })
    }
    return kept
  })
}

async function carry({ accessPoint: { url, token } }: BusyPortal, { messageId, bytes }: Kept): Promise<void> {
  const headers = { 'X-Token': token }
  const id = `${messageId}-floor`
  const address = `${url}/floor/api/outbound/submit/a/b/c/d/SE?sbdhInstanceID=${id}`
  const body = Buffer.from(bytes)
  await (await fetch(address, { method: 'POST', body, headers })).json()
  await (await fetch(`${url}/floor/api/outbound/status/${id}`, { headers })).json()
}

/** How many a second, so many at once. */
async function rateOf<Thing>(
  things: readonly Thing[],
  lanes: number,
  work: (thing: Thing) => Promise<unknown>,
): Promise<number> {
  const waiting = [...things]
  const began = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await work(thing)
    }),
  )
  return things.length / ((performance.now() - began) / 1_000)
}
