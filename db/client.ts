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
    },
    onnotice: () => undefined,
    ...{ socket },
  })
  return { db: drizzle(preparing(client)), close: () => client.end({ timeout: 2 }) }
}

/** How a text is sought. A plan for any value walks a whole index where a prefix is sought. */
const pattern = /\bi?like\b/i

/**
 * The same client, but for one thing: what drizzle sends is prepared, and the next time its text comes on the same
 * connection it is neither parsed nor described nor, as a rule, planned again. drizzle itself only prepares what it is
 * given a name for. What seeks by a pattern is left as it is, and planned for its values each time.
 */
function preparing<Client extends postgres.Sql>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'unsafe') {
        return (text: string, values: never[] = []) =>
          target.unsafe(text, values, { prepare: values.length > 0 && !pattern.test(text) })
      }
      const begins = name === 'begin' || name === 'savepoint'
      const value: unknown = Reflect.get(target, name)
      if (!begins || typeof value !== 'function') return value
      return (work: (tx: postgres.Sql) => unknown) => value((tx: postgres.Sql) => work(preparing(tx)))
    },
  })
}

/**
 * Sends a statement in an open transaction and does not wait: what the transaction asks next travels with it and is
 * answered after it. When it fails, the transaction has failed, and everything asked after it fails too.
 */
export function sendAhead(tx: Transaction, text: string, values: string[]): Promise<unknown> {
  // drizzle sends what it is given a few turns later than what is given to it next may be: order is the driver's alone.
  const { client } = (tx as unknown as { session: { client: postgres.Sql } }).session
  return client.unsafe(text, values).execute()
}
