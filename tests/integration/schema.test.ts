import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliveryTransitions, invoiceTransitions } from '#lib/invoice/lifecycle.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'

let database: TestDatabase
let owner: postgres.Sql
let app: postgres.Sql

beforeAll(async () => {
  database = await createTestDatabase()
  owner = postgres(database.ownerUrl, { max: 1 })
  app = postgres(database.appUrl, { max: 1 })
})

afterAll(async () => {
  await owner.end()
  await app.end()
  await database.drop()
})

test('every table with a tenant has row-level security that binds its owner too, and a policy (W2)', async () => {
  const tables = await owner<{ name: string; forced: boolean; enabled: boolean; policies: number }[]>`
    select c.relname as name, c.relforcerowsecurity as forced, c.relrowsecurity as enabled,
      (select count(*)::int from pg_policies p where p.tablename = c.relname) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and (c.relname = 'companies' or exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))`
  expect(tables.length).toBeGreaterThanOrEqual(10)
  // A link request is also seen by the recipient it was sent to, and through the link: reading and answering.
  // Where deliveries stand is also read by the operator, and by an answer that names one.
  const expected = (name: string) => ({ link_requests: 5, deliveries: 3 })[name] ?? 1
  expect(
    tables.filter((table) => !table.forced || !table.enabled || table.policies !== expected(table.name)),
  ).toEqual([])
})

test('every unique and foreign key of a tenant table begins with the tenant (W2)', async () => {
  const keys = await owner<{ table: string; key: string; first: string; kind: string; target: string }[]>`
    select t.relname as table, k.conname as key, k.contype as kind, coalesce(f.relname, '') as target,
      (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as first
    from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_namespace n on n.oid = t.relnamespace
      left join pg_class f on f.oid = k.confrelid
    where n.nspname = 'public' and k.contype in ('p', 'u', 'f') and exists (
      select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped)`
  expect(keys.length).toBeGreaterThan(15)
  // The directory belongs to nobody: the one key that leaves the tenant.
  expect(keys.filter((key) => key.first !== 'tenant_id' && key.target !== 'parties')).toEqual([])
})

test('the application owns nothing and passes no policy by', async () => {
  const [role] = await app<{ name: string; super: boolean; bypass: boolean; owned: number }[]>`
    select rolname as name, rolsuper as super, rolbypassrls as bypass,
      (select count(*)::int from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname = current_user`
  expect(role).toMatchObject({ super: false, bypass: false, owned: 0 })
})

test('the life cycles in the database are the ones in the code', async () => {
  const rows = await owner<
    { machine: string; from_state: string; to_state: string }[]
  >`select * from state_moves`
  const stored = rows.map((row) => `${row.machine}: ${row.from_state} → ${row.to_state}`).sort()
  const inCode = Object.entries({ invoices: invoiceTransitions, deliveries: deliveryTransitions }).flatMap(
    ([machine, table]) =>
      Object.entries(table).flatMap(([from, next]) =>
        (next as readonly string[]).filter((to) => to !== from).map((to) => `${machine}: ${from} → ${to}`),
      ),
  )
  expect(stored).toEqual(inCode.sort())
})

test('without a tenant the application sees no row and writes none', async () => {
  expect(await app`select 1 from companies`).toHaveLength(0)
  await expect(
    app`insert into companies (id, kind, name, org_number) values (gen_random_uuid(), 'supplier', 'X', '5599990008')`,
  ).rejects.toMatchObject({ code: '42501' })
})
