import type { Connection } from '../client.ts'
import { parties } from '../schema/parties.ts'

/** A party as it enters the directory. */
export type NewParty = typeof parties.$inferInsert

/** Adds a party. Only the database's owner may: the application's role reads the directory. */
export async function insertParty(db: Connection, party: NewParty): Promise<void> {
  await db.insert(parties).values(party)
}

/** Adds many parties in batches; parties that are there already are left as they are. */
export async function insertParties(db: Connection, rows: readonly NewParty[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    await db
      .insert(parties)
      .values(rows.slice(from, from + 500))
      .onConflictDoNothing()
  }
}
