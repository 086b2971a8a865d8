import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { openPatientSocket } from './patient-socket.ts'

/** A connection pool to PostgreSQL. Queries take it, or a transaction of it, as their first argument. */
export type Database = PostgresJsDatabase

/** An open transaction, as `Database.transaction` hands it out. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** What a query may run on. */
export type Connection = Database | Transaction

/** How long a statement may go without its whole answer, in milliseconds, before the connection is given up. */
export const answerLimitMs = 10_000

/**
 * How long a transaction may stand still before the server ends it, in milliseconds. Longer than the limit above: what
 * lost its wire in the middle is given up here first, and then must not hold its rows there.
 */
export const idleTransactionMs = 15_000

/** Opens a pool; `close` waits at most two seconds for running statements. */
export function connect(
  url: string,
  options: { max: number; name: string; answerMs?: number },
): { db: Database; close: () => Promise<void> } {
  const { max, name, answerMs = answerLimitMs } = options
  let opened = 0
  // The driver hands its own options over, which its types do not say.
  const socket = ({ host, port, path }: { host: string[]; port: number[]; path: string | false }) => {
    const turn = opened % host.length
    opened += 1
    const place = path ? { path } : { host: host[turn] ?? '', port: port[turn] ?? 0 }
    return openPatientSocket(place, answerMs)
  }
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 5,
    // The driver's own pauses between tries grow to 20 s: a database that is back would be found that much later.
    backoff: (tries: number) => Math.min(0.05 * 2 ** tries, 1),
    connection: {
      application_name: name,
      idle_in_transaction_session_timeout: idleTransactionMs,
      // A statement is parsed once; how it is carried out is decided for its values, each time, as if it had not been
      // prepared: a plan for any value walks a whole index where a prefix is sought.
      plan_cache_mode: 'force_custom_plan',
    },
    onnotice: () => undefined,
    ...{ socket },
  })
  return { db: drizzle(preparing(client)), close: () => client.end({ timeout: 2 }) }
}

/**
 * The same client, but for one thing: what drizzle sends is prepared, and the next time its text comes on the same
 * connection it is neither parsed nor described again, which saves a round trip. drizzle itself only prepares what it is
 * given a name for.
 */
function preparing<Client extends postgres.Sql>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'unsafe') {
        return (text: string, values: never[] = []) =>
          target.unsafe(text, values, { prepare: values.length > 0 })
      }
      const begins = name === 'begin' || name === 'savepoint'
      const value: unknown = Reflect.get(target, name)
      if (!begins || typeof value !== 'function') return value
      return (work: (tx: postgres.Sql) => unknown) => value((tx: postgres.Sql) => work(preparing(tx)))
    },
  })
}
