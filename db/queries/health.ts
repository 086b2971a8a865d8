import { sql } from 'drizzle-orm'
import type { Connection } from '../client.ts'

/** Says whether the life cycles, which the migrations fill in, can be read. */
export async function hasSchema(db: Connection): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from state_moves limit 1`)
  return rows.length === 1
}
