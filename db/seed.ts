import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '#lib/adapters/clock.ts'
import { loadConfig } from '#lib/adapters/env.ts'
import { openLog } from '#lib/adapters/log.ts'
import { openStore } from '#lib/adapters/storage/open-store.ts'
import { connect } from './client.ts'
import { openJobQueue } from './jobs.ts'
import { countUsers } from './queries/users.ts'
import { seedCompanies } from './seed/companies.ts'
import { demoPassword, operator, recipients, suppliers } from './seed/demo-data.ts'
import { seedInvoices } from './seed/invoices.ts'

// Fills an empty database with the demo, once. A database that has users is left alone.

const { DATABASE_OWNER_URL, DATABASE_URL, DATA_DIR, AUTH_SECRET } = process.env
if (!DATABASE_OWNER_URL || !DATABASE_URL || !DATA_DIR || !AUTH_SECRET) {
  process.stderr.write('seed: set DATABASE_OWNER_URL, DATABASE_URL, DATA_DIR and AUTH_SECRET\n')
  process.exit(2)
}

const owner = connect(DATABASE_OWNER_URL, { max: 1, name: 'talong-seed-owner' })
const app = connect(DATABASE_URL, { max: 4, name: 'talong-seed' })
const log = openLog({ level: 'error', process: 'worker' })
const jobs = await openJobQueue(app.db, (error) => {
  throw error
})

if ((await countUsers(app.db)) === 0) {
  const store = openStore(loadConfig(process.env))
  const platform = {
    db: app.db,
    jobs,
    store,
    accessPoint: null,
    clock: systemClock,
    log,
    linkSecret: AUTH_SECRET,
  }
  const demo = await seedCompanies(owner.db, platform)
  await seedInvoices(platform, demo)
  await writeSignIns(DATA_DIR)
}
await jobs.stop()
await app.close()
await owner.close()

async function writeSignIns(dataDir: string): Promise<void> {
  const signIns = [
    ...suppliers.map(({ name, user }) => ({
      role: `supplier, ${name}`,
      email: user.email,
      password: demoPassword,
    })),
    ...recipients.map(({ name, user }) => ({
      role: `recipient, ${name}`,
      email: user.email,
      password: demoPassword,
    })),
    { role: 'operator', email: operator.email, password: demoPassword },
  ]
  await mkdir(dataDir, { recursive: true })
  const file = join(dataDir, 'demo-sign-ins.json')
  await writeFile(`${file}.part`, JSON.stringify(signIns, null, 2), { mode: 0o600 })
  await rename(`${file}.part`, file)
}
