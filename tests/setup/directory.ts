import { connect } from '#db/client.ts'
import { insertParty, type NewParty } from '#db/queries/directory-import.ts'
import { foldName } from '#lib/core/fold.ts'
import { newId } from '#lib/core/ids.ts'

/** Adds a party to the directory, which only the database's owner may. */
export async function newParty(
  ownerUrl: string,
  party: Partial<NewParty> & { orgNumber: string },
): Promise<string> {
  const { db, close } = connect(ownerUrl, { max: 1, name: 'test-owner' })
  const id = newId()
  const name = party.name ?? `Mottagaren ${party.orgNumber}`
  await insertParty(db, {
    id,
    name,
    nameFolded: foldName(name),
    vatNumber: `SE${party.orgNumber}01`,
    peppolIds: [`0007:${party.orgNumber}`],
    glns: [],
    street: 'Torget 1',
    postalCode: '111 11',
    city: 'Provköping',
    country: 'SE',
    channels: ['inbox'],
    approval: 'auto',
    ...party,
  })
  await close()
  return id
}
