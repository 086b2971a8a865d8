import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { luhnDigit } from '#lib/party/luhn.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { startDraft } from '#lib/services/invoices/drafts.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { DraftWorld, happened, type Office } from '#tests/setup/draft-world.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

// R7. Three windows on one draft, two of them in one browser, with the form's own saving and finding again, the real
// services and a real PostgreSQL. The network does what it likes, windows crash, time stands still until it is moved.
// Every text that is typed is a token of its own: `t7`.

const runs = 500

/** Half a minute on a machine that does nothing else; stopped before the test is, so that the seed is said. */
const longestMs = 280_000

/** A company's forms grow slower with all that it has sent: each so many runs have one of their own. */
const runsOfOne = 20

let database: TestDatabase
let platform: TestPlatform
let partyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  const recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
})

/** A supplier with nothing in it but the customer, and what its form begins with. */
async function newOffice(number: number): Promise<Office> {
  const base = `5599${String(number).padStart(5, '0')}`
  const ctx = await newCompany(platform, 'supplier', `${base}${luhnDigit(base)}`)
  const { customerId } = expectValue(await addCustomer(ctx, { partyId, customerNumber: '', message: '' }))
  const { draft, ...surroundings } = await startDraft(ctx, {
    invoiceId: newId(),
    lineKey: 'line',
    customerId,
  })
  const lines = draft.lines.map((line) => ({ ...line, itemName: 'Hyvling', quantity: '2', unitPrice: '500' }))
  return { ctx, blank: { ...draft, buyerReference: 'FM8440', lines }, surroundings }
}

afterAll(async () => {
  await platform.close()
  await database.drop()
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const place = fc.constantFrom(0, 0, 1, 1, 2)
const which = fc.nat(3)
const how = fc.constantFrom('note' as const, 'note' as const, 'line' as const, 'rewrite' as const)

/** Something that happens, with its name for the report of a failure. */
class Step {
  readonly name: string
  readonly run: (world: DraftWorld) => Promise<void> | void
  constructor(name: string, run: (world: DraftWorld) => Promise<void> | void) {
    this.name = name
    this.run = run
  }
  toString(): string {
    return this.name
  }
}
const step = <Value>(
  weight: number,
  values: fc.Arbitrary<Value>,
  name: string,
  run: (world: DraftWorld, value: Value) => Promise<void> | void,
) => ({ weight, arbitrary: values.map((value) => new Step(`${name} ${value}`, (to) => run(to, value))) })
const once = fc.constant('')

const steps = fc.oneof(
  step(3, fc.tuple(place, how), 'edit', (world, at) => world.edit(...at)),
  step(6, fc.tuple(place, how), 'edit and pause', async (world, at) => {
    world.edit(...at)
    await world.tick(900)
  }),
  step(2, fc.constantFrom(10, 60, 10_000), 'ms', (world, ms) => world.tick(ms)),
  step(3, which, 'arrives', (world, at) => world.serve(at)),
  step(6, which, 'answer', (world, at) => world.answer(at)),
  step(2, which, 'lost', (world, at) => world.answer(at, 'lost')),
  step(1, which, 'signed out', (world, at) => world.answer(at, 'signed-out')),
  step(2, place, 'crash', (world, at) => world.crash(at)),
  step(3, place, 'crash and open', async (world, at) => {
    await world.tick(60)
    await world.crash(at)
    await world.open(at)
  }),
  step(3, place, 'open', (world, at) => world.open(at)),
  step(1, once, 'quiet', (world) => world.quiet()),
  step(2, once, 'keep', (world) => world.keep()),
  step(2, once, 'take', (world) => world.take()),
  step(1, once, 'press the notice', (world) => world.press()),
  step(1, place, 'undo', (world, at) => world.undo(at)),
  step(1, place, 'retry', (world, at) => world.retry(at)),
  step(1, place, 'go on', (world, at) => world.goOn(at)),
  step(1, once, 'take back', (world) => world.takeBack()),
)

const endings = {
  'left lying': async () => undefined,
  sent: async (world) => {
    await world.goOnAlone(0)
    await world.look()
    await world.send()
  },
  // The list on one screen, the invoice taken back and changed on another, then *Skicka* on the first.
  'sent from an old list': async (world) => {
    await world.goOnAlone(0)
    await world.look()
    await world.takeBack()
    await world.goOnAlone(1)
    await world.send()
    await world.look()
    await world.send()
  },
} as const satisfies Record<string, (world: DraftWorld) => Promise<void>>
const ending = fc.constantFrom(...(Object.keys(endings) as (keyof typeof endings)[]))

test(
  'R7 500 interleavings: no silent lost update, and what was sent is what the sender saw',
  async () => {
    let count = 0
    let office = await newOffice(99_999)
    const script = fc.array(steps, { minLength: 8, maxLength: 18, size: 'max' })
    await fc.assert(
      fc.asyncProperty(fc.boolean(), script, ending, async (isStored, run, end) => {
        if (count % runsOfOne === 0) office = await newOffice(count)
        count += 1
        const world = new DraftWorld(office)
        await world.begin(isStored)
        for (const each of run) await each.run(world)
        await endings[end](world)
        await world.comeBack()
        await world.judge()
      }),
      { numRuns: runs, interruptAfterTimeLimit: longestMs, markInterruptAsFailure: true },
    )
    for (const [what, times] of Object.entries(happened)) expect(times, what).toBeGreaterThan(runs / 100)
  },
  longestMs + 20_000,
)
