import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccessPoint, StatusAnswer } from '#lib/adapters/access-point/access-point.ts'
import { openPhossAp } from '#lib/adapters/access-point/phoss-ap.ts'
import { expectValue } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { followDelivery } from '#lib/services/delivery/follow.ts'
import { mostAttempts } from '#lib/services/delivery/schedule.ts'
import { tryAgain } from '#lib/services/delivery/try-again.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice, listReady } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { takeBack } from '#lib/services/invoices/take-back.ts'
import type { LedgerLine } from '#tests/proofs/system/access-point.ts'
import { createTestDatabase, rowsOfTenant, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { readyInvoice } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

// A fake access point is a process of its own; only its ledger is believed.

let database: TestDatabase
let platform: TestPlatform
let owner: postgres.Sql
let partyId: string
let supplier: TenantContext
let network: ChildProcess
let accessPoint: AccessPoint
let ledger: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', channels: ['peppol'] })
  ledger = join(platform.storeFolder, 'ledger')
  const program = fileURLToPath(new URL('../proofs/system/access-point.ts', import.meta.url))
  network = spawn(process.execPath, [program, ledger, 'a-token'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    if (network.stdout === null) throw new Error('it has no output')
    createInterface(network.stdout).once('line', resolve)
    network.once('exit', () => reject(new Error('the access point did not start')))
  })
  accessPoint = openPhossAp({ url, token: 'a-token' })
  supplier = { ...(await newCompany(platform, 'supplier', '5599990008')), accessPoint }
})

afterAll(async () => {
  network.kill('SIGTERM')
  await platform.close()
  await owner.end()
  await database.drop()
})

const taken = (messageId: string) =>
  (existsSync(ledger) ? readFileSync(ledger, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LedgerLine)
    .filter((line) => line.messageId === messageId)

async function sentInvoice() {
  const invoiceId = await readyInvoice(supplier, partyId)
  expect(await sendInvoices(supplier, [invoiceId])).toMatchObject([{ problem: null }])
  const delivery = (await getInvoice(supplier, invoiceId))?.delivery
  if (!delivery) throw new Error('it was not sent')
  const { id: deliveryId, messageId } = delivery
  const attempt = (by: AccessPoint, after: number) =>
    deliver({ ...platform, accessPoint: by }, { tenantId: supplier.tenantId, deliveryId, after })
  const follow = (by: AccessPoint, asked = 0) =>
    followDelivery({ ...platform, accessPoint: by }, { tenantId: supplier.tenantId, deliveryId, asked })
  const now = async () => {
    const found = await getInvoice(supplier, invoiceId)
    return { delivery: found?.delivery, invoice: found?.invoice.state, events: found?.events ?? [] }
  }
  return { invoiceId, messageId, deliveryId, attempt, follow, now }
}

const jobsOf = (deliveryId: string, name: string) =>
  owner`select data from pgboss.job where name = ${name} and data->>'deliveryId' = ${deliveryId}`

/** Another access point before the real one. */
const saying = (answers: Partial<AccessPoint>): AccessPoint => ({ ...accessPoint, ...answers })
const standing = (standing: Extract<StatusAnswer, { answer: 'known' }>['standing']) =>
  saying({ status: async () => ({ answer: 'known', standing }) })

test('an invoice to a party in the Peppol network leaves by the access point, and is Klar when its receiver confirms', async () => {
  const { invoiceId, messageId, deliveryId, attempt, follow, now } = await sentInvoice()
  await attempt(accessPoint, 0)
  expect((await now()).delivery).toMatchObject({ state: 'handed-over', channel: 'access-point' })
  expect(await jobsOf(deliveryId, 'follow-delivery')).toHaveLength(1)
  await follow(accessPoint)
  const { delivery, events } = await now()
  const [version] = await rowsOfTenant(owner, supplier.tenantId, 'invoice_versions', {
    invoice_id: invoiceId,
  })
  expect(delivery).toMatchObject({
    state: 'delivered',
    receipt: { receiptId: messageId, sha256: version?.xml_hash, delivery: 'confirmed' },
  })
  expect(events.map(({ event }) => event).slice(-3)).toEqual(['sent', 'handed-over', 'delivered'])
  expect(taken(messageId)).toMatchObject([
    { sha256: version?.xml_hash, receiver: 'iso6523-actorid-upis::0007:2120009903', country: 'SE' },
  ])
})

test('after an answer that was lost it asks before it submits, and the network has the invoice once', async () => {
  const { messageId, attempt, now } = await sentInvoice()
  const loses = saying({
    submit: async (document) => {
      await accessPoint.submit(document)
      return { answer: 'again', code: 'no-answer', afterSeconds: null }
    },
  })
  await attempt(loses, 0)
  expect((await now()).delivery).toMatchObject({ state: 'retrying', failureCode: 'no-answer' })
  await attempt(accessPoint, 1)
  expect((await now()).delivery).toMatchObject({ state: 'delivered', attempts: 2 })
  expect(taken(messageId)).toHaveLength(1)
})

test('a worker that dies between the wire and the database leaves nothing that is sent again', async () => {
  const { messageId, attempt, now } = await sentInvoice()
  const dies = saying({
    submit: async (document) => {
      await accessPoint.submit(document)
      return new Promise(() => undefined)
    },
  })
  void attempt(dies, 0)
  await expect.poll(() => taken(messageId).length).toBe(1)
  expect((await now()).delivery?.state).toBe('sending')
  // The queue gives the same job to another worker.
  await attempt(accessPoint, 0)
  expect((await now()).delivery).toMatchObject({ state: 'delivered', attempts: 2 })
  expect(taken(messageId)).toHaveLength(1)
})

test('what the access point tries by itself is not submitted beside it, and is asked about when it says', async () => {
  const { messageId, deliveryId, attempt, now } = await sentInvoice()
  await attempt(
    saying({ submit: async () => ({ answer: 'again', code: 'http-422', afterSeconds: null }) }),
    0,
  )
  const later = new Date(Date.now() + 3_600_000)
  await attempt(standing({ at: 'underway', nextRetryAt: later }), 1)
  const { delivery } = await now()
  expect(delivery).toMatchObject({ state: 'retrying', failureCode: 'underway' })
  expect(delivery?.nextAttemptAt?.getTime()).toBeGreaterThanOrEqual(later.getTime() - 1_000)
  expect(await jobsOf(deliveryId, 'deliver')).toHaveLength(3)
  expect(taken(messageId)).toEqual([])
})

test('pauses that are set decide when it is tried again, and the queue is told the same', async () => {
  const { deliveryId, now } = await sentInvoice()
  const silent = saying({ submit: async () => ({ answer: 'again', code: 'http-500', afterSeconds: null }) })
  const job = { tenantId: supplier.tenantId, deliveryId, after: 0 }
  await deliver({ ...platform, accessPoint: silent, retryPauses: [7_200] }, job)
  const { delivery } = await now()
  const pause = (delivery?.nextAttemptAt?.getTime() ?? 0) - Date.now()
  // From ten minutes on they are spread by a fifth.
  expect(pause).toBeGreaterThan(7_200_000 * 0.75)
  const [next] = await owner<{ start: Date }[]>`
    select start_after as start from pgboss.job where name = 'deliver' and data->>'deliveryId' = ${deliveryId}
    order by start_after desc limit 1`
  expect(next?.start).toEqual(delivery?.nextAttemptAt)
})

test('an invoice that the receiver’s access point refuses is not delivered, with its reason, and can be mended', async () => {
  const { attempt, follow, now } = await sentInvoice()
  await attempt(accessPoint, 0)
  await follow(standing({ at: 'refused', by: 'receiver', reason: 'Unknown receiver' }))
  const { delivery, invoice, events } = await now()
  expect(delivery).toMatchObject({ state: 'failed', failureCode: 'refused-by-receiver' })
  expect(invoice).toBe('failed')
  expect(events.at(-1)).toMatchObject({ event: 'failed', evidence: { reason: 'Unknown receiver' } })
})

test('where the network never confirms, it stays handed over and is asked about no more', async () => {
  const { deliveryId, attempt, follow, now } = await sentInvoice()
  await attempt(accessPoint, 0)
  await follow(standing({ at: 'sent', isFinal: true }))
  expect((await now()).delivery).toMatchObject({ state: 'handed-over', nextAttemptAt: null })
  expect(await jobsOf(deliveryId, 'follow-delivery')).toHaveLength(1)
  await follow(standing({ at: 'sent', isFinal: false }))
  expect(await jobsOf(deliveryId, 'follow-delivery')).toHaveLength(2)
})

test('one that never answers leaves it unclear, not failed: it may have arrived', async () => {
  const { attempt, now } = await sentInvoice()
  const silent = { answer: 'again', code: 'no-answer', afterSeconds: null } as const
  const away = saying({ submit: async () => silent, status: async () => silent })
  for (let made = 0; made < mostAttempts; made += 1) await attempt(away, made)
  const { delivery, invoice, events } = await now()
  expect(delivery).toMatchObject({ state: 'uncertain', attempts: mostAttempts, failureCode: 'gave-up' })
  expect(invoice).toBe('sent')
  expect(events.at(-1)?.event).toBe('uncertain')
})

test('an invoice that did not arrive is mended and sent again: same number, its own version and message', async () => {
  const { invoiceId, messageId, attempt, follow } = await sentInvoice()
  await attempt(accessPoint, 0)
  await follow(standing({ at: 'refused', by: 'receiver', reason: 'Unknown receiver' }))
  expect(await takeBack(supplier, invoiceId)).toMatchObject({ ok: true })
  const opened = (await getInvoice(supplier, invoiceId))?.invoice
  const { number = '', revision = 0 } = { ...opened, number: opened?.number ?? '' }
  expect(expectValue(await prepareInvoice(supplier, { invoiceId, revision })).number).toBe(number)
  expect(await sendInvoices(supplier, [invoiceId])).toMatchObject([{ problem: null, number }])
  const again = (await getInvoice(supplier, invoiceId))?.delivery
  expect(again).toMatchObject({ state: 'queued', version: 2 })
  expect(again?.messageId).not.toBe(messageId)
})

test('what nobody knows of is taken up again by a person: asked about, and not sent twice', async () => {
  const { invoiceId, messageId, deliveryId, attempt, now } = await sentInvoice()
  const silent = { answer: 'again', code: 'no-answer', afterSeconds: null } as const
  const loses = saying({
    submit: async (document) => {
      await accessPoint.submit(document)
      return silent
    },
    status: async () => silent,
  })
  for (let made = 0; made < mostAttempts; made += 1) await attempt(loses, made)
  expect((await now()).delivery?.state).toBe('uncertain')
  const presses = await Promise.all([tryAgain(supplier, invoiceId), tryAgain(supplier, invoiceId)])
  expect(presses.map(({ ok }) => ok)).toEqual([true, true])
  const jobs = await jobsOf(deliveryId, 'deliver')
  expect(jobs.filter(({ data }) => data.after === mostAttempts)).toHaveLength(1)
  await attempt(accessPoint, mostAttempts)
  expect((await now()).delivery?.state).toBe('delivered')
  expect(taken(messageId)).toHaveLength(1)
  expect(await tryAgain(supplier, invoiceId)).toMatchObject({ ok: false, code: 'delivery-moved-on' })
})

test('without an access point the invoice waits, and the list says why', async () => {
  const alone = { ...supplier, accessPoint: null }
  const invoiceId = await readyInvoice(alone, partyId)
  expect(await sendInvoices(alone, [invoiceId])).toMatchObject([{ problem: 'channel-missing' }])
  const problemIn = async (ctx: TenantContext) =>
    (await listReady(ctx)).find((row) => row.id === invoiceId)?.problem
  expect(await problemIn(alone)).toMatchObject({ code: 'channel-missing' })
  expect(await problemIn(supplier)).toBeNull()
})
