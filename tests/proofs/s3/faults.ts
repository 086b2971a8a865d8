import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { insertUser } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { openS3Store } from '#lib/adapters/storage/s3-store.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { signIn } from '#lib/services/account/sessions.ts'
import { addAttachment } from '#lib/services/attachments/add-attachment.ts'
import { readAttachment } from '#lib/services/attachments/read-attachments.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { readReceivedAttachment, readReceivedXml } from '#lib/services/inbox/read-received.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import { sha256 } from '#lib/services/secrets.ts'
import { createTestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { pdfOf } from '#tests/setup/files.ts'
import { readyInvoice, savedDraft } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform } from '#tests/setup/platform.ts'
import { openWire, type Wire } from '#tests/setup/wire.ts'
import type { Check } from './contract.ts'
import { type Swift, spoil } from './swift.ts'

/** The longest a person waits for an answer while the store is away: two requests, each tried twice (stack.md 14). */
const mostMilliseconds = 6000

/** Objects that are damaged of each kind: attachments, and sent documents. */
const damaged = 20

type World = {
  supplier: TenantContext
  recipient: TenantContext
  partyId: string
  customerId: string
  owner: postgres.Sql
}

type Spell = {
  name: string
  begin: () => Promise<void> | void
  end: () => Promise<void> | void
  hits: () => number
}

/** Invoices on a real PostgreSQL while the store is down, silent, and damaged. Gives what was counted. */
export async function checkFaults(
  swift: Swift,
  check: Check,
  say: (line: string) => void,
): Promise<Record<string, number>> {
  const database = await createTestDatabase()
  const wire = await openWire(Number(new URL(swift.settings.endpoint).port), 'http')
  const store = openS3Store({ ...swift.settings, endpoint: `http://127.0.0.1:${wire.port}` })
  const platform = { ...(await openPlatform(database.appUrl)), store }
  const owner = postgres(database.ownerUrl, { max: 1 })
  try {
    const supplier = await newCompany(platform, 'supplier', '5599990008')
    const recipient = await newCompany(platform, 'recipient', '2120009903')
    const partyId = await newParty(database.ownerUrl, {
      orgNumber: '2120009903',
      companyId: recipient.tenantId,
    })
    const { customerId } = expectValue(
      await addCustomer(supplier, { partyId, customerNumber: '', message: '' }),
    )
    const world = { supplier, recipient, partyId, customerId, owner }
    let slowest = 0
    for (const spell of spells(swift, wire)) {
      say(`The store is ${spell.name}`)
      slowest = Math.max(slowest, await checkSpell(world, spell, check))
    }
    say(`${damaged} damaged attachments and ${damaged} damaged documents`)
    await checkDamaged(world, swift, check)
    return { slowestMilliseconds: slowest, damagedObjects: 2 * damaged, stalledConnections: wire.hits() }
  } finally {
    await owner.end()
    await platform.close()
    await wire.stop()
    await database.drop()
  }
}

function spells(swift: Swift, wire: Wire): Spell[] {
  let stops = 0
  return [
    {
      name: 'down',
      begin: async () => {
        await swift.stopProxy()
        stops += 1
      },
      end: swift.startProxy,
      hits: () => stops,
    },
    {
      name: 'silent',
      begin: () => wire.break('black-hole'),
      end: () => wire.break(null),
      hits: wire.hits,
    },
  ]
}

/** One time without the store, and after it. Gives the longest answer in milliseconds. */
async function checkSpell(world: World, spell: Spell, check: Check): Promise<number> {
  const { supplier, recipient } = world
  const says = (what: string, holds: boolean) => check(`${spell.name}: ${what}`, holds)
  const bytes = pdfOf('', 300_000)
  const waiting = await readyInvoice(supplier, world.partyId)
  expectValue(await addAttachment(supplier, { invoiceId: waiting, fileName: 'a.pdf', bytes }))
  const bare = await readyInvoice(supplier, world.partyId)
  const onItsWay = await readyInvoice(supplier, world.partyId)
  await sendInvoices(supplier, [onItsWay])
  const before = await rowsOf(world)

  await spell.begin()
  let slowest = 0
  const timed = async <Value>(work: Promise<Value>): Promise<[Value, number]> => {
    const began = performance.now()
    const value = await work
    const took = Math.round(performance.now() - began)
    slowest = Math.max(slowest, took)
    return [value, took]
  }
  const [added, uploadTook] = await timed(
    addAttachment(supplier, { invoiceId: waiting, fileName: 'b.pdf', bytes }),
  )
  says('an upload says so', !added.ok && added.code === 'store-away')
  says(`within the limit (${uploadTook} ms)`, uploadTook <= mostMilliseconds)
  const sending = timed(sendInvoices(supplier, [waiting, bare]))
  // While a sending waits for the store, nobody else is made to wait for its rows.
  const [, lockTook] = await timed(lockNow(world, waiting))
  says(`a sending that waits holds no lock (${lockTook} ms)`, lockTook < 500)
  const [[draft, draftTook], [session, signInTook]] = [
    await timed(savedDraft(supplier, world.customerId)),
    await timed(signInAnew(supplier)),
  ]
  says(`a draft is saved (${draftTook} ms)`, draft.revision >= 1 && draftTook < 1000)
  says(`somebody signs in (${signInTook} ms)`, session && signInTook < 2000)
  const [outcomes, sendTook] = await sending
  says(
    'a sending says so, for each invoice',
    outcomes.every(({ problem }) => problem === 'store-away'),
  )
  says(`both within the limit (${sendTook} ms)`, sendTook <= mostMilliseconds)
  await attempt(supplier, onItsWay)
  says('a delivery is to be tried again', (await stateOf(supplier, onItsWay)) === 'retrying')
  says('no file and no version was written', (await rowsOf(world)) === before)
  says('the fault really hit', spell.hits() > 0)

  await spell.end()
  expectValue(await addAttachment(supplier, { invoiceId: waiting, fileName: 'b.pdf', bytes }))
  const sent = await sendInvoices(supplier, [waiting, bare])
  says(
    'afterwards everything is sent',
    sent.every(({ problem }) => problem === null),
  )
  for (const invoiceId of [waiting, bare, onItsWay]) {
    const found = await getInvoice(supplier, invoiceId)
    await attempt(supplier, invoiceId)
    const number = found?.invoice.number
    const received = (await listInbox(recipient)).documents.filter((document) => document.number === number)
    says('and arrives once', received.length === 1)
    const xml = await readReceivedXml(recipient, received[0]?.id ?? '')
    says('byte for byte', xml.ok && (await isSent(world, invoiceId, sha256(xml.value.bytes))))
    if (invoiceId !== waiting) continue
    const file = await readReceivedAttachment(recipient, received[0]?.id ?? '', 1)
    says('with its files', file.ok && Buffer.from(file.value.bytes).equals(bytes))
  }
  return slowest
}

/** Makes the next attempt to deliver an invoice, as its job would. */
async function attempt(supplier: TenantContext, invoiceId: string): Promise<void> {
  const delivery = (await getInvoice(supplier, invoiceId))?.delivery
  const [deliveryId, after] = [delivery?.id ?? '', delivery?.attempts ?? 0]
  await deliver(supplier, { tenantId: supplier.tenantId, deliveryId, after })
}

/** R15: bytes that changed in the store are found by their SHA-256, and never sent. */
async function checkDamaged(
  { supplier, recipient, partyId }: World,
  swift: Swift,
  check: Check,
): Promise<void> {
  const before = (await listInbox(recipient)).documents.length
  for (let at = 0; at < damaged; at += 1) {
    const known = new Set(swift.objectFiles())
    const newest = () => swift.objectFiles().find((file) => !known.has(file)) ?? ''
    const invoiceId = await readyInvoice(supplier, partyId)
    const bytes = pdfOf(`% ${newId()}\n`, 5000 + at)
    const { id } = expectValue(await addAttachment(supplier, { invoiceId, fileName: 'a.pdf', bytes }))
    const file = newest()
    check('damaged: it is the attachment that is damaged', readFileSync(file).equals(bytes))
    spoil(file)
    const [outcome] = await sendInvoices(supplier, [invoiceId])
    check('damaged: an invoice with a damaged file is not sent', outcome?.problem === 'attachment-corrupt')
    check('damaged: it still waits', (await getInvoice(supplier, invoiceId))?.invoice.state === 'ready')
    const read = await readAttachment(supplier, id)
    check('damaged: the file is not handed out', !read.ok && read.code === 'attachment-corrupt')
    const second = await readyInvoice(supplier, partyId)
    for (const each of swift.objectFiles()) known.add(each)
    await sendInvoices(supplier, [second])
    spoil(newest())
    await attempt(supplier, second)
    check('damaged: a damaged document is not delivered', (await stateOf(supplier, second)) === 'failed')
  }
  check('damaged: the recipient has got nothing', (await listInbox(recipient)).documents.length === before)
}

async function stateOf(ctx: TenantContext, invoiceId: string): Promise<string | undefined> {
  return (await getInvoice(ctx, invoiceId))?.delivery?.state
}

/** What is counted must not change while the store is away. */
async function rowsOf({ owner, supplier }: World): Promise<string> {
  return owner.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${supplier.tenantId}, true)`
    const [row] = await sql`
      select (select count(*) from attachments) as files, (select count(*) from invoice_versions) as versions`
    return JSON.stringify(row)
  })
}

async function lockNow({ owner, supplier }: World, invoiceId: string): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${supplier.tenantId}, true)`
    await sql`select 1 from invoices where id = ${invoiceId} for update`
  })
}

async function isSent({ owner, supplier }: World, invoiceId: string, hash: string): Promise<boolean> {
  return owner.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${supplier.tenantId}, true)`
    const rows =
      await sql`select 1 from invoice_versions where invoice_id = ${invoiceId} and xml_hash = ${hash}`
    return rows.length === 1
  })
}

/** A new user of the company signs in with a password. */
async function signInAnew(ctx: TenantContext): Promise<boolean> {
  const email = `${newId()}@provbolaget.example`
  const password = 'ett helt nytt lösenord'
  const passwordHash = await hashPassword(password)
  await withTenant(ctx.db, ctx.tenantId, (tx) =>
    insertUser(tx, {
      id: newId(),
      kind: 'supplier',
      companyId: ctx.tenantId,
      email,
      name: 'Prov',
      locale: 'sv',
      passwordHash,
    }),
  )
  return (await signIn(ctx, { email, password })).ok
}
