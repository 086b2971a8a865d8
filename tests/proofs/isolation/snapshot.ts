import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'

/** What two companies have, row by row and file by file, as one hash for each table: compared before and after. */
export type Snapshot = ReadonlyMap<string, string>

const ofVictims = 'any($1::uuid[])'
const theirUsers = `(select id from users where company_id = ${ofVictims})`

/** Tables without a tenant whose rows belong to the victims all the same. */
const ownRows: Readonly<Record<string, string>> = {
  users: `company_id = ${ofVictims}`,
  sessions: `user_id in ${theirUsers}`,
  // Letters about a forgotten password may be asked for by anyone; a new address only by the user.
  account_links: `purpose = 'email-change' and user_id in ${theirUsers}`,
  parties: 'cardinality($1::uuid[]) > 0',
  requirement_profiles: 'cardinality($1::uuid[]) > 0',
}

/** Rows as one hash. What a mere visit may change without anybody being harmed is left out. */
const hashed = (from: string) =>
  `coalesce(md5(string_agg(md5((to_jsonb(t) - 'last_seen_at')::text), '' order by md5((to_jsonb(t) - 'last_seen_at')::text))), '') as hash from ${from}`

/**
 * Reads everything the victims have: every table with a tenant, as each of them, their users and sessions, the
 * directory, and the attachment store. `sql` is a connection that row-level security holds for.
 */
export async function takeSnapshot(
  sql: postgres.Sql,
  victims: readonly string[],
  storeDir: string,
): Promise<Snapshot> {
  const taken = new Map<string, string>()
  const tenantTables = await listTenantTables(sql)
  const ofTenant = tenantTables
    .map(({ name, key }) => `select '${name}' as name, ${hashed(`"${name}" t where ${key} = $1::uuid`)}`)
    .join(' union all ')
  for (const victim of victims) {
    const rows = await sql.begin(async (tx) => {
      await tx`select set_config('app.tenant', ${victim}, true)`
      return tx.unsafe<{ name: string; hash: string }[]>(ofTenant, [victim])
    })
    for (const { name, hash } of rows) taken.set(`${name} of ${victim}`, hash)
  }
  const others = Object.entries(ownRows)
    .map(([name, where]) => `select '${name}' as name, ${hashed(`${name} t where ${where}`)}`)
    .join(' union all ')
  for (const { name, hash } of await sql.unsafe<{ name: string; hash: string }[]>(others, [[...victims]]))
    taken.set(name, hash)
  taken.set('attachment store', filesBelow(storeDir, victims))
  return taken
}

/** Names what differs between two snapshots. */
export function differences(before: Snapshot, after: Snapshot): string[] {
  return [...before.keys()].filter((key) => before.get(key) !== after.get(key))
}

type TenantTable = { readonly name: string; readonly key: string }

let tenantTables: Promise<readonly TenantTable[]> | undefined

/** Every table with a tenant, read from the catalogue once: the proof changes no table. */
function listTenantTables(sql: postgres.Sql): Promise<readonly TenantTable[]> {
  tenantTables ??= sql<TenantTable[]>`
    select c.relname as name, case when c.relname = 'companies' then 'id' else 'tenant_id' end as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and (c.relname = 'companies' or exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))
    order by 1`.then((rows) => [...rows])
  return tenantTables
}

/** The victims' objects: the store keeps each company's below its id. */
function filesBelow(folder: string, victims: readonly string[]): string {
  const hash = createHash('sha256')
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => victims.some((victim) => path.includes(victim)))
  for (const path of paths.sort()) hash.update(path).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}
