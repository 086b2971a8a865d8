import { and, desc, inArray, lte } from 'drizzle-orm'
import type { IsoDate } from '#lib/core/dates.ts'
import type { RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import type { Connection } from '../client.ts'
import { requirementProfiles } from '../schema/parties.ts'

/** What each of the parties demands on a day, by party; one that demands nothing is not in the map. */
export async function listProfilesInForce(
  db: Connection,
  partyIds: readonly string[],
  day: IsoDate,
): Promise<ReadonlyMap<string, RequirementProfile>> {
  if (partyIds.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([requirementProfiles.partyId], {
      partyId: requirementProfiles.partyId,
      profile: requirementProfiles.profile,
    })
    .from(requirementProfiles)
    .where(and(inArray(requirementProfiles.partyId, [...partyIds]), lte(requirementProfiles.validFrom, day)))
    .orderBy(requirementProfiles.partyId, desc(requirementProfiles.version))
  return new Map(rows.map((row) => [row.partyId, row.profile]))
}

/** Adds a version of what a party demands. Only the database's owner may. */
export async function insertProfile(
  owner: Connection,
  row: Omit<typeof requirementProfiles.$inferInsert, 'createdAt'>,
): Promise<void> {
  await owner.insert(requirementProfiles).values(row)
}
