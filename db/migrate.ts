import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import { PgBoss } from 'pg-boss'
import postgres from 'postgres'
import { queues } from './jobs.ts'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Any fixed number: who migrates holds this advisory lock, so that processes starting at once take turns. */
const migrationLock = 5_991_042

/**
 * Brings the database to this version: schema, job queues, and what the application's role may do (it owns
 * nothing). Safe to run at every start and from many processes at once. Throws when the database refuses.
 */
export async function migrate(ownerUrl: string, appRole: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  const raw = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    await raw`select pg_advisory_lock(${migrationLock})`
    await runMigrations(drizzle(client), { migrationsFolder })
    await installQueues(ownerUrl)
    await raw.begin((transaction) => grantToApplication(transaction, appRole))
  } finally {
    await raw.end()
    await client.end()
  }
}

async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 1 })
  const problems: unknown[] = []
  boss.on('error', (error) => problems.push(error))
  await boss.start()
  for (const [name, settings] of Object.entries(queues)) {
    const options = { ...settings, heartbeatSeconds: 20, notify: true }
    if (await boss.getQueue(name)) await boss.updateQueue(name, options)
    else await boss.createQueue(name, options)
  }
  await boss.stop({ graceful: false })
  if (problems.length > 0) throw problems[0]
}

/** Tables whose rows the application adds and never changes. */
const appendOnly = ['invoice_versions', 'invoice_events', 'audit_log', 'agreement_acceptances', 'pdfs']

/** Tables the application only reads. */
const readOnly = ['parties', 'requirement_profiles', 'state_moves']

/** Throws when the application's role could step over row-level security or its lack of rights. */
async function grantToApplication(sql: postgres.TransactionSql, appRole: string): Promise<void> {
  const [powers] = await sql<{ above: boolean; owned: number }[]>`
    select rolsuper or rolbypassrls as above,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relowner = r.oid) as owned
    from pg_roles r where rolname = ${appRole}`
  if (!powers) throw new Error(`migrate: there is no role ${appRole}`)
  if (powers.above || powers.owned > 0) {
    throw new Error(`migrate: the role ${appRole} must own no table, and be neither superuser nor BYPASSRLS`)
  }
  const role = sql(appRole)
  await sql`grant usage on schema public, pgboss to ${role}`
  await sql`grant select, insert, update, delete on all tables in schema public, pgboss to ${role}`
  await sql`grant usage, select on all sequences in schema public, pgboss to ${role}`
  await sql`grant execute on all functions in schema pgboss to ${role}`
  for (const table of appendOnly) await sql`revoke update, delete on ${sql(table)} from ${role}`
  for (const table of readOnly) await sql`revoke insert, update, delete on ${sql(table)} from ${role}`
  // A recipient organisation claims its party; all else in the directory is the importer's.
  await sql`grant update (company_id) on parties to ${role}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { DATABASE_OWNER_URL, DATABASE_URL } = process.env
  if (!DATABASE_OWNER_URL || !DATABASE_URL) {
    process.stderr.write('migrate: set DATABASE_OWNER_URL and DATABASE_URL\n')
    process.exit(2)
  }
  await migrate(DATABASE_OWNER_URL, decodeURIComponent(new URL(DATABASE_URL).username))
}
