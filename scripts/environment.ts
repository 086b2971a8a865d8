import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { ConfigError, loadConfig } from '#lib/adapters/env.ts'

/** Stands in for the embedded database's address while the rest of the configuration is checked. */
const NOT_YET = 'postgres://talong_app@127.0.0.1/talong'

/** What the start script decides itself; everything else is checked and passed on as it is. */
export interface StartSettings {
  readonly host: string
  readonly port: number
  readonly portIsFixed: boolean
  /** Absolute. */
  readonly dataDir: string
  /** Both, or neither: then PostgreSQL is our own. */
  readonly database: { readonly appUrl: string; readonly ownerUrl: string } | undefined
}

/** Reads and checks the whole configuration. Throws `ConfigError` with every problem at once. */
export function readSettings(env: NodeJS.ProcessEnv): StartSettings {
  const problems: string[] = []
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = env
  if (appUrl && !ownerUrl)
    problems.push('DATABASE_OWNER_URL is missing: with DATABASE_URL, migrations need the owner')
  if (ownerUrl && !appUrl) problems.push('DATABASE_URL is missing: DATABASE_OWNER_URL alone is not enough')
  if (ownerUrl && !(/^postgres(ql)?:\/\//.test(ownerUrl) && URL.canParse(ownerUrl))) {
    problems.push('DATABASE_OWNER_URL must be a postgres:// address')
  }
  if (appUrl && URL.canParse(appUrl) && new URL(appUrl).username === '')
    problems.push('DATABASE_URL must name a role')
  const assumed = { AUTH_SECRET: env.AUTH_SECRET || '0'.repeat(32), DATABASE_URL: appUrl || NOT_YET }
  try {
    const config = loadConfig({ ...env, ...assumed })
    if (problems.length) throw new ConfigError(problems)
    return {
      host: config.host,
      port: config.port,
      portIsFixed: Boolean(env.PORT),
      dataDir: resolve(config.dataDir),
      database: appUrl && ownerUrl ? { appUrl, ownerUrl } : undefined,
    }
  } catch (fault) {
    if (fault instanceof ConfigError) throw new ConfigError([...new Set([...fault.problems, ...problems])])
    throw fault
  }
}

/** The secret of this DATA_DIR that signs cookies and links: made once, kept in a file only we can read. */
export function authSecret(dataDir: string): string {
  const file = join(dataDir, 'auth-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** The wanted port; when it is taken, the next free one, unless it was asked for by name: then undefined. */
export async function choosePort({ host, port, portIsFixed }: StartSettings): Promise<number | undefined> {
  for (let candidate = port; candidate <= Math.min(port + 100, 65_535); candidate += 1) {
    if (await isFree(host, candidate)) return candidate
    if (portIsFixed) return undefined
  }
  return undefined
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
