import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, idleTransactionMs } from '#db/client.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { openWire, type Wire } from '#tests/setup/wire.ts'

// What the database's driver does on a wire that breaks in the ways a wire breaks.

const answerMs = 1_500
let database: TestDatabase
let wire: Wire
let pool: ReturnType<typeof connect>

beforeAll(async () => {
  database = await createTestDatabase()
})

beforeEach(async () => {
  const url = new URL(database.appUrl)
  wire = await openWire(Number(url.port), 'postgres')
  url.port = String(wire.port)
  pool = connect(url.href, { max: 2, name: 'test-wire', answerMs })
  await one()
})

afterEach(async () => {
  await pool.close()
  await wire.stop()
})

afterAll(async () => {
  await database.drop()
})

async function one(): Promise<unknown> {
  const [row] = await pool.db.execute(sql`select 1 as one`)
  return row?.one
}

async function timed(work: () => Promise<unknown>): Promise<{ isBroken: boolean; ms: number }> {
  const began = performance.now()
  const isBroken = await work().then(
    () => false,
    () => true,
  )
  return { isBroken, ms: performance.now() - began }
}

test.for(['black-hole', 'slow', 'garbage', 'answer-lost'] as const)(
  'a statement ends with an error when its answer is %s, and the next one is answered once the wire is well',
  async (fault) => {
    await wire.break(fault)
    const { isBroken, ms } = await timed(() => pool.db.transaction((tx) => tx.execute(sql`select 1`)))
    expect(isBroken).toBe(true)
    // The statement's own time, and the connection's after it.
    expect(ms).toBeLessThan(2 * answerMs + 5_000)
    await wire.break(null)
    expect(await one()).toBe(1)
    expect(wire.hits()).toBeGreaterThan(0)
  },
)

test.for(['error', 'too-many'] as const)(
  'a server that takes nobody (%s) is no reason to wait, also after a statement that was cut, and nothing of it is left',
  async (fault) => {
    const naps = [1, 2].map(() => timed(() => pool.db.execute(sql`select pg_sleep(0.2)`)))
    await wire.break('refused')
    await Promise.all(naps)
    await wire.break(fault)
    for (let tries = 0; tries < 4; tries += 1) {
      const { isBroken, ms } = await timed(one)
      expect(isBroken).toBe(true)
      expect(ms).toBeLessThan(answerMs + 1_000)
    }
    await wire.break(null)
    expect(await Promise.all([one(), one()])).toEqual([1, 1])
  },
)

test('a connection that a server ends in the middle of a statement is as good as new afterwards', async () => {
  await Promise.all([one(), one()])
  await wire.break('too-many')
  const asked = [1, 2].map((number) => timed(() => pool.db.execute(sql`select ${number}::int`)))
  expect((await Promise.all(asked)).every(({ isBroken }) => isBroken)).toBe(true)
  await wire.break(null)
  for (let tries = 0; tries < 3; tries += 1) expect(await Promise.all([one(), one()])).toEqual([1, 1])
})

test('a statement that takes its time on a wire that is well is left its time, and so is a connection that waits', async () => {
  await Promise.all([one(), one()])
  for (let naps = 0; naps < 3; naps += 1)
    await pool.db.execute(sql`select pg_sleep(${(answerMs / 1_000) * 0.6})`)
  expect(await Promise.all([one(), one()])).toEqual([1, 1])
})

test('statements that are sent at once each have their own time', async () => {
  const naps = Array.from({ length: 6 }, () =>
    pool.db.execute(sql`select pg_sleep(${(answerMs / 1_000) * 0.6})`),
  )
  await expect(Promise.all(naps)).resolves.toHaveLength(6)
})

test('the server ends a transaction that stands still: one that lost its wire gives up its rows', async () => {
  const [row] = await pool.db.execute(sql`show idle_in_transaction_session_timeout`)
  expect(row).toEqual({ idle_in_transaction_session_timeout: `${idleTransactionMs / 1_000}s` })
})
