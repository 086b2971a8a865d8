import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** A connection pool to PostgreSQL. Queries take it, or a transaction of it, as their first argument. */
export type Database = PostgresJsDatabase

/** An open transaction, as `Database.transaction` hands it out. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** What a query may run on. */
export type Connection = Database | Transaction

/** Opens a pool; `close` waits at most two seconds for running statements. */
export function connect(
  url: string,
  options: { max: number; name: string },
): { db: Database; close: () => Promise<void> } {
  const client = postgres(url, {
    max: options.max,
    idle_timeout: 60,
    connect_timeout: 5,
    // The driver's own pauses between tries grow to 20 s: a database that is back would be found that much later.
    backoff: (tries: number) => Math.min(0.05 * 2 ** tries, 1),
    connection: { application_name: options.name },
    onnotice: () => undefined,
  })
  return { db: drizzle(client), close: () => client.end({ timeout: 2 }) }
}
