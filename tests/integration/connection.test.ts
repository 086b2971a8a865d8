import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#db/client.ts'
import { findInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

test('what comes again on a connection is not parsed again, but planned for its values each time', async () => {
  const { db, close } = connect(database.appUrl, { max: 1, name: 'test' })
  try {
    const times = 8
    for (let asked = 0; asked < times; asked += 1) {
      const tenantId = newId()
      await withTenant(db, tenantId, (tx) => findInvoice(tx, tenantId, newId()))
    }
    const prepared = await db.execute(sql`
      select custom_plans::int as planned, generic_plans::int as unplanned from pg_prepared_statements
      where statement like 'select%from "invoices"%' or statement like 'select set_config%'`)
    const each = { planned: times, unplanned: 0 }
    expect([...prepared]).toEqual([each, each])
  } finally {
    await close()
  }
})
