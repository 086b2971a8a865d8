/**
 * `npm run operator:invite -- EMAIL` and `npm run operator:activate -- ORGNR EMAIL`: print a single-use link for
 * somebody whom the operator vouches for. Nothing is mailed. They speak to the running instance's database: the
 * embedded one of DATA_DIR, or the one of DATABASE_URL with AUTH_SECRET and PUBLIC_ORIGIN.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connect } from '#db/client.ts'
import { openJobQueue } from '#db/jobs.ts'
import { hasSchema } from '#db/queries/health.ts'
import { systemClock } from '#lib/adapters/clock.ts'
import { type Config, ConfigError, loadConfig } from '#lib/adapters/env.ts'
import { openLog } from '#lib/adapters/log.ts'
import { openStore } from '#lib/adapters/storage/open-store.ts'
import { emailAddress } from '#lib/forms/text.ts'
import { parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import type { Platform } from '#lib/services/context.ts'
import { inviteOperator } from '#lib/services/operator/invitations.ts'
import { activateParty } from '#lib/services/recipients/claim.ts'
import { authSecret } from './environment.ts'
import { openPostgres } from './postgres.ts'

/** A sentence for the person at the terminal; no stack is shown for it. */
class CannotDo extends Error {}

const usage = 'Usage: npm run operator:invite -- EMAIL\n       npm run operator:activate -- ORGNR EMAIL'

function readEmail(text: string | undefined): string {
  if (text === undefined) throw new CannotDo(usage)
  const parsed = emailAddress.safeParse(text)
  if (!parsed.success) throw new CannotDo(`${text} is not an e-mail address.`)
  return parsed.data
}

function readOrgNumber(text: string | undefined): string {
  if (text === undefined) throw new CannotDo(usage)
  const parsed = parseOrganisationNumber(text)
  if (!parsed.ok) throw new CannotDo(`${text} is not an organisation number.`)
  return parsed.value
}

/** The configuration of the instance that runs here, as `npm start` gives it to web and worker. */
function instanceConfig(): Config {
  if (process.env.DATABASE_URL) {
    if (!process.env.AUTH_SECRET || !process.env.PUBLIC_ORIGIN)
      throw new CannotDo('With DATABASE_URL, set AUTH_SECRET and PUBLIC_ORIGIN as the instance has them.')
    return loadConfig(process.env)
  }
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  const originFile = join(dataDir, 'public-origin')
  if (!existsSync(join(dataDir, 'auth-secret')) || !existsSync(originFile))
    throw new CannotDo(notRunning(dataDir))
  return loadConfig({
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: openPostgres(dataDir).appUrl(),
    AUTH_SECRET: process.env.AUTH_SECRET || authSecret(dataDir),
    PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN || readFileSync(originFile, 'utf8').trim(),
  })
}

const notRunning = (dataDir: string) =>
  `Talong is not running on ${dataDir}. Start it with npm start, or set DATA_DIR to where it runs.`

async function invite(platform: Platform, origin: string, words: readonly string[]): Promise<string> {
  const email = readEmail(words[0])
  const invited = await inviteOperator(platform, { email })
  if (!invited.ok) throw new CannotDo(`${email} has an account already. Nothing was changed.`)
  return `${origin}/invitation/${invited.value.token}`
}

async function activate(platform: Platform, origin: string, words: readonly string[]): Promise<string> {
  const orgNumber = readOrgNumber(words[0])
  const activated = await activateParty(platform, { orgNumber, email: readEmail(words[1]) })
  if (!activated.ok)
    throw new CannotDo(`No organisation with the number ${orgNumber} waits in the directory to be claimed.`)
  return `${origin}/claim/${activated.value.token}`
}

async function main(): Promise<void> {
  const [command, ...words] = process.argv.slice(2)
  const run = command === 'invite' ? invite : command === 'activate' ? activate : undefined
  if (!run || words.length === 0) throw new CannotDo(usage)
  const config = instanceConfig()
  const { db, close } = connect(config.databaseUrl, { max: 2, name: 'talong-operator' })
  try {
    const answers = await hasSchema(db).catch(() => false)
    if (!answers) throw new CannotDo(notRunning(config.dataDir))
    const ignored = () => undefined
    const jobs = await openJobQueue(db, ignored)
    const log = openLog({ level: 'error', process: 'worker' })
    const store = openStore(config)
    const platform = {
      db,
      jobs,
      store,
      accessPoint: null,
      clock: systemClock,
      log,
      linkSecret: config.authSecret,
    }
    try {
      console.log(await run(platform, config.publicOrigin, words))
      console.log('The link works once, for 72 hours. Give it to the right person only.')
    } finally {
      await jobs.stop()
    }
  } finally {
    await close()
  }
}

await main().catch((fault: unknown) => {
  const isExpected = fault instanceof CannotDo || fault instanceof ConfigError
  console.error(isExpected ? fault.message : fault)
  process.exitCode = 1
})
