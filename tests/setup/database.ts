import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { migrate } from '#db/migrate.ts'
import { APP_ROLE, type OpenPostgres, openPostgres } from '#scripts/postgres.ts'
import { findStranded } from './stranded.ts'

/** A database of one test file's own, empty but for what the migrations make. */
export interface TestDatabase {
  /** For what only the owner may do; row-level security holds for it too (FORCE). */
  readonly ownerUrl: string
  /** What web and worker would have. */
  readonly appUrl: string
  /**
   * Ends the database. Rejects, once it is gone, when it held work that was stranded (R17). `onPurpose`: the ids of rows
   * that the tests themselves stranded; each must be.
   */
  drop(onPurpose?: readonly string[]): Promise<void>
}

/** Makes a fresh, migrated database on the cluster of the integration tests. Call `drop` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = testCluster()
  const name = `test_${randomBytes(6).toString('hex')}`
  await cluster.createDatabase(name)
  const ownerUrl = cluster.ownerUrl(name)
  await migrate(ownerUrl, APP_ROLE)
  const drop = async (onPurpose: readonly string[] = []) => {
    try {
      await expectNoneStranded(ownerUrl, onPurpose)
    } finally {
      await cluster.dropDatabase(name)
    }
  }
  return { ownerUrl, appUrl: cluster.appUrl(name), drop }
}

async function expectNoneStranded(ownerUrl: string, onPurpose: readonly string[]): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    const found = await findStranded(owner)
    const faults = [
      ...found
        .filter(({ id }) => !onPurpose.includes(id))
        .map(({ id, what }) => `${id}: ${what}; nothing will happen to it`),
      ...onPurpose
        .filter((id) => !found.some((row) => row.id === id))
        .map((id) => `${id}: said to be stranded on purpose, and is not`),
    ]
    if (faults.length > 0) throw new Error(`Stranded work after the tests:\n${faults.join('\n')}`)
  } finally {
    await owner.end()
  }
}

function testCluster(): OpenPostgres {
  const dataDir = process.env.TEST_CLUSTER_DATA_DIR
  if (!dataDir)
    throw new Error('No cluster: run this test in the integration project (tests/setup/cluster.ts)')
  return openPostgres(dataDir)
}

/** Rows of a tenant's table, read as that tenant: even the owner must say who it is. */
export async function rowsOfTenant(
  owner: postgres.Sql,
  tenantId: string,
  table: string,
  where: Readonly<Record<string, string>>,
): Promise<postgres.Row[]> {
  const [[column = '', value = ''] = []] = Object.entries(where)
  return owner.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${tenantId}, true)`
    return sql`select * from ${sql(table)} where ${sql(column)} = ${value}`
  })
}
