import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type postgres from 'postgres'
import type { DeliveryState } from '#lib/invoice/lifecycle.ts'
import type { Visitor } from '../isolation/http.ts'

/** A delivery as the database has it, with the hash of the version it delivers. */
export type DeliveryRow = {
  readonly invoiceId: string
  readonly messageId: string
  readonly channel: 'inbox' | 'access-point' | 'email'
  readonly state: DeliveryState
  readonly attempts: number
  readonly sha256: string
}

/** A document in an organisation's inbox. */
export type InboxRow = { readonly invoiceId: string; readonly messageId: string; readonly sha256: string }

/** An invoice as its sender's screen shows it: the status word, and the hash of what the sender can download. */
export type ScreenRow = { readonly invoiceId: string; readonly word: string; readonly sha256: string }

/** The lines of a ledger; none when nobody has written one. */
export function readLines<Line>(file: string): Line[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

/** Every delivery of these companies. */
export async function readDeliveries(
  owner: postgres.Sql,
  tenantIds: readonly string[],
): Promise<DeliveryRow[]> {
  return asEach(
    owner,
    tenantIds,
    (tx) => tx<DeliveryRow[]>`
    select invoice_id as "invoiceId", message_id as "messageId", channel, state, attempts, xml_hash as sha256
    from deliveries join invoice_versions using (tenant_id, invoice_id, version)`,
  )
}

/** Of each version that these companies have frozen, its invoice. */
export async function readVersions(owner: postgres.Sql, tenantIds: readonly string[]): Promise<string[]> {
  const rows = await asEach(
    owner,
    tenantIds,
    (tx) => tx<{ invoiceId: string }[]>`select invoice_id as "invoiceId" from invoice_versions`,
  )
  return rows.map(({ invoiceId }) => invoiceId)
}

/** Everything in these organisations' inboxes. */
export async function readInboxes(owner: postgres.Sql, tenantIds: readonly string[]): Promise<InboxRow[]> {
  return asEach(
    owner,
    tenantIds,
    (tx) => tx<InboxRow[]>`
    select sender_invoice_id as "invoiceId", message_id as "messageId", xml_hash as sha256 from inbox_documents`,
  )
}

/** Asks as each of these companies in turn: row-level security holds for the owner too. */
export async function asEach<Row>(
  owner: postgres.Sql,
  tenantIds: readonly string[],
  ask: (tx: postgres.TransactionSql) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const tenantId of tenantIds) {
    const found = await owner.begin(async (tx) => {
      await tx`select set_config('app.tenant', ${tenantId}, true)`
      return ask(tx)
    })
    rows.push(...(found as Row[]))
  }
  return rows
}

const mostLoads = 10

/** A page or file, loaded again as a person does while it comes as an error page: nothing was found out by that. */
async function load(visitor: Visitor, path: string): Promise<string> {
  for (let loads = 1; ; loads += 1) {
    const { status, text } = await visitor.get(path)
    if (status === 200) return text
    if (loads === mostLoads) throw new Error(`${path} answers ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

/** What *Skickade dokument* shows, page after page, and what its files hold. */
export async function readScreen(visitor: Visitor): Promise<ScreenRow[]> {
  const rows: ScreenRow[] = []
  for (let path: string | undefined = '/documents?range=all'; path !== undefined; ) {
    const text = await load(visitor, path)
    for (const [row] of text.matchAll(/<tr role="row">.*?<\/tr>/gs)) {
      const invoiceId = /href="\/documents\/([\da-f-]{36})"/.exec(row)?.[1]
      if (invoiceId === undefined) continue
      const tag = /class="tag [^"]*">(.*?)<\/span>/s.exec(row)?.[1] ?? ''
      const file = await load(visitor, `/documents/${invoiceId}/xml`)
      const sha256 = createHash('sha256').update(file).digest('hex')
      rows.push({ invoiceId, word: tag.replace(/<[^>]*>/g, '').trim(), sha256 })
    }
    // Its own headers carry no place to go on from: only the link to the next page does.
    path = /href="(\/documents\?[^"]*after=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  return rows
}
