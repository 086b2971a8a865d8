import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Database } from '#db/client.ts'
import { findInvoice } from '#db/queries/invoices.ts'
import { searchParties } from '#db/queries/parties.ts'
import { together, withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

async function onOwnPool<Value>(max: number, work: (db: Database) => Promise<Value>): Promise<Value> {
  const { db, close } = connect(database.appUrl, { max, name: 'test' })
  try {
    return await work(db)
  } finally {
    await close()
  }
}

test('what comes again on a connection is not parsed again; what seeks by a pattern is planned for it each time', async () => {
  await onOwnPool(1, async (db) => {
    const times = 8
    for (let asked = 0; asked < times; asked += 1) {
      const tenantId = newId()
      await withTenant(db, tenantId, (tx) => findInvoice(tx, tenantId, newId()))
      await searchParties(db, { by: 'name', folded: 'malarna' }, 20)
    }
    const prepared = await db.execute<{ times: number; seeks: boolean }>(sql`
      select (custom_plans + generic_plans)::int as times, statement like '%from "parties"%' as seeks
      from pg_prepared_statements
      where statement ~ '^select .* from "(invoices|parties)"' or statement like 'select set_config%'`)
    expect([...prepared]).toEqual([
      { times, seeks: false },
      { times, seeks: false },
    ])
  })
})

const settingNow = sql`select current_setting('app.tenant', true) as tenant`

test('the first thing a transaction asks is answered as its tenant, however many are under way (S40)', async () => {
  await onOwnPool(4, async (db) => {
    const tenants = Array.from({ length: 200 }, newId)
    const asked = tenants.map((tenantId) =>
      withTenant(db, tenantId, async (tx) => {
        const [first, second] = await together(
          tx.execute<{ tenant: string }>(settingNow),
          tx.execute<{ tenant: string }>(settingNow),
        )
        return [first[0]?.tenant, second[0]?.tenant]
      }),
    )
    expect(await Promise.all(asked)).toEqual(tenants.map((tenantId) => [tenantId, tenantId]))
    // And whoever comes after on the same connections is nobody.
    const after = await Promise.all(tenants.map(() => db.execute<{ tenant: string | null }>(settingNow)))
    expect(new Set(after.map(([row]) => row?.tenant || ''))).toEqual(new Set(['']))
  })
})

test('of what goes together the first failure is thrown, and only after all have ended', async () => {
  await onOwnPool(1, async (db) => {
    let hasEnded = false
    const slow = async () => {
      await new Promise((resolve) => setImmediate(resolve))
      hasEnded = true
      return 2
    }
    const failing = withTenant(db, newId(), (tx) =>
      together(tx.execute(sql`select 1 / 0`), slow(), Promise.reject(new Error('second'))),
    )
    await expect(failing).rejects.toThrow('select 1 / 0')
    expect(hasEnded).toBe(true)
    expect(await together(Promise.resolve(1), slow())).toEqual([1, 2])
    expect([...(await db.execute(sql`select 1 as alive`))]).toEqual([{ alive: 1 }])
  })
})
