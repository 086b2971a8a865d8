import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '#scripts/postgres.ts'

/** Vitest's global set-up: one real PostgreSQL for all integration tests; gives back how to end it. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'talong-integration-'))
  // The server's own account must be able to pass through it.
  chmodSync(dataDir, 0o711)
  const server = await startPostgres({ dataDir, log: () => undefined })
  process.env.TEST_CLUSTER_DATA_DIR = dataDir
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
