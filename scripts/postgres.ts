import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import postgres from 'postgres'
import { type Installation, prepareInstallation, serverAccount } from './postgres-installation.ts'
import { isPostgres, readPostmaster, stopPostmaster, waitUntilReady, whenGone } from './postmaster.ts'
import { markProcess, type ProcessMark } from './processes.ts'

const SUPER_ROLE = 'talong_super'
/** Owns the databases and runs migrations; under FORCE, row-level security holds for it too. */
export const OWNER_ROLE = 'talong_owner'
/** What web and worker sign in as: owns nothing, and row-level security always holds for it. */
export const APP_ROLE = 'talong_app'
/** The database of an instance. */
export const DATABASE = 'talong'

/** A running PostgreSQL of our own. Addresses carry passwords: never log them. */
export interface PostgresServer {
  readonly port: number
  /** Address of a database for the role that owns it. */
  ownerUrl(database?: string): string
  /** Address of a database for the role of web and worker. */
  appUrl(database?: string): string
  /** Makes a database owned by the owner role that the app role may connect to; keeps one that exists. */
  createDatabase(name: string): Promise<void>
  /** Removes a database, with whoever is still connected to it. */
  dropDatabase(name: string): Promise<void>
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>
  /** Ends connections and the server; resolves when it is gone. */
  stop(): Promise<void>
}

/** Where to keep a server: `<dataDir>/postgres`. Two servers side by side need two folders. */
export interface PostgresOptions {
  readonly dataDir: string
  /** A fixed port; without it the port of the last time, or a free one. */
  readonly port?: number
  readonly log: (message: string) => void
}

interface Credentials {
  readonly superPassword: string
  readonly ownerPassword: string
  readonly appPassword: string
  readonly port?: number
}

/**
 * Starts PostgreSQL on 127.0.0.1 from the binaries that npm installed, or takes over one that an earlier start left
 * running on the same folder. Makes the cluster, the two roles and the database `talong` the first time.
 * Throws with a sentence for a person when it cannot.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const folder = join(options.dataDir, 'postgres')
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const installation = prepareInstallation(folder, serverAccount(folder))
  const credentials = readCredentials(folder)
  if (!existsSync(join(installation.cluster, 'PG_VERSION')))
    await makeCluster(installation, credentials, options.log)
  const running =
    (await takeOver(installation, credentials, options.log)) ??
    (await launch(installation, credentials, folder, options))
  writeCredentials(folder, { ...credentials, port: running.port })
  const server = describeServer(running, credentials)
  await ensureRolesAndDatabase(
    addressOf(running.port, SUPER_ROLE, credentials.superPassword, 'postgres'),
    DATABASE,
    credentials,
  )
  return server
}

/**
 * Makes the owner role, the app role and a database, or corrects what is there: neither role is a superuser, may pass by
 * row-level security, or make roles or databases. `superUrl` is a superuser's address.
 */
export async function ensureRolesAndDatabase(
  superUrl: string,
  database: string,
  passwords: { readonly ownerPassword: string; readonly appPassword: string },
): Promise<void> {
  await withConnection(superUrl, async (sql) => {
    for (const [role, password] of [
      [OWNER_ROLE, passwords.ownerPassword],
      [APP_ROLE, passwords.appPassword],
    ] as const) {
      const known = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${role}`
      // Passwords are hexadecimal (newPassword), so the literal cannot be broken out of.
      await sql.unsafe(
        `${known.length ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '${password}'`,
      )
    }
    await makeDatabase(sql, database)
  })
}

async function makeDatabase(sql: postgres.Sql, name: string): Promise<void> {
  const known = await sql`SELECT 1 FROM pg_database WHERE datname = ${name}`
  if (!known.length)
    await sql`CREATE DATABASE ${sql(name)} OWNER ${sql(OWNER_ROLE)} TEMPLATE template0 ENCODING 'UTF8'`
  await sql`REVOKE ALL ON DATABASE ${sql(name)} FROM PUBLIC`
  await sql`GRANT CONNECT ON DATABASE ${sql(name)} TO ${sql(APP_ROLE)}`
}

async function withConnection(url: string, use: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    await use(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/** What can be asked of a running server by whoever did not start it: addresses and databases, not its end. */
export type OpenPostgres = Omit<PostgresServer, 'ended' | 'stop'>

/** Opens the server that another process has started on `dataDir`. */
export function openPostgres(dataDir: string): OpenPostgres {
  const credentials = readCredentials(join(dataDir, 'postgres'))
  if (credentials.port === undefined) throw new Error(`No database has been started on ${dataDir}`)
  return describeOpen(credentials.port, credentials)
}

function describeServer(running: Running, credentials: Credentials): PostgresServer {
  const open = describeOpen(running.port, credentials)
  return { ...open, ended: running.ended, stop: () => stopPostmaster(running.mark) }
}

function describeOpen(port: number, credentials: Credentials): OpenPostgres {
  const superUrl = addressOf(port, SUPER_ROLE, credentials.superPassword, 'postgres')
  return {
    port,
    ownerUrl: (database = DATABASE) => addressOf(port, OWNER_ROLE, credentials.ownerPassword, database),
    appUrl: (database = DATABASE) => addressOf(port, APP_ROLE, credentials.appPassword, database),
    createDatabase: (name) => withConnection(superUrl, (sql) => makeDatabase(sql, name)),
    dropDatabase: (name) =>
      withConnection(superUrl, async (sql) => {
        await sql`DROP DATABASE IF EXISTS ${sql(name)} WITH (FORCE)`
      }),
  }
}

function addressOf(port: number, role: string, password: string, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
}

function newPassword(): string {
  return randomBytes(24).toString('hex')
}

function readCredentials(folder: string): Credentials {
  const file = join(folder, 'credentials.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Credentials
  const fresh = { superPassword: newPassword(), ownerPassword: newPassword(), appPassword: newPassword() }
  writeCredentials(folder, fresh)
  return fresh
}

function writeCredentials(folder: string, credentials: Credentials): void {
  writeFileSync(join(folder, 'credentials.json'), JSON.stringify(credentials), { mode: 0o600 })
}

async function makeCluster(
  installation: Installation,
  credentials: Credentials,
  log: PostgresOptions['log'],
): Promise<void> {
  log('Preparing the database')
  const unfinished = `${installation.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  installation.makeFolder(unfinished)
  const passwordFile = join(unfinished, '..', `${newPassword()}.txt`)
  installation.writeFile(passwordFile, credentials.superPassword)
  // Letters beyond ASCII fold as Unicode says (lower('Å') = 'å') and sort by code point on every system alike.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = [
    '-D',
    unfinished,
    '-U',
    SUPER_ROLE,
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    ...locale,
  ]
  try {
    const child = spawn(installation.initdb, args, {
      ...installation.spawnAs,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.on('data', (text) => {
      complaint += text
    })
    const code = await new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    )
    if (code !== 0)
      throw new Error(`The database could not be prepared (initdb ended with ${code}):\n${complaint}`)
    // Only a whole cluster gets the name that counts: a start that is cut off here begins anew the next time.
    installation.rename(unfinished, installation.cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

interface Running {
  readonly port: number
  readonly mark: ProcessMark
  readonly ended: Promise<void>
}

async function takeOver(
  installation: Installation,
  credentials: Credentials,
  log: PostgresOptions['log'],
): Promise<Running | undefined> {
  const pidFile = join(installation.cluster, 'postmaster.pid')
  const found = readPostmaster(installation.cluster)
  if (!found || !isPostgres(found.mark, installation.cluster)) {
    rmSync(pidFile, { force: true })
    return undefined
  }
  const superUrl = addressOf(found.port, SUPER_ROLE, credentials.superPassword, 'postgres')
  if (found.status === 'ready' || found.status === 'starting') {
    try {
      await waitUntilReady(installation.cluster, found.mark, 30_000)
      await withConnection(superUrl, async (sql) => {
        await sql`SELECT 1`
      })
      log('Taking over the database of an earlier start')
      return { port: found.port, mark: found.mark, ended: whenGone(found.mark) }
    } catch {
      log('The database of an earlier start does not answer: starting it again')
    }
  }
  await stopPostmaster(found.mark)
  rmSync(pidFile, { force: true })
  return undefined
}

async function launch(
  installation: Installation,
  credentials: Credentials,
  folder: string,
  options: PostgresOptions,
): Promise<Running> {
  const attempts = options.port === undefined ? 5 : 1
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort(attempt === 1 ? credentials.port : undefined))
    const child = spawnServer(installation, folder, port)
    const ended = new Promise<void>((resolve) =>
      child.on('error', () => resolve()).on('exit', () => resolve()),
    )
    const mark = child.pid === undefined ? undefined : markProcess(child.pid)
    try {
      if (!mark) throw new Error('PostgreSQL could not be run')
      await waitUntilReady(installation.cluster, mark, 60_000)
      return { port, mark, ended }
    } catch (fault) {
      if (mark) await stopPostmaster(mark)
      if (attempt >= attempts)
        throw new Error(`${(fault as Error).message}\n${lastLines(join(folder, 'server.log'))}`)
    }
  }
}

function spawnServer(installation: Installation, folder: string, port: number): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    log_min_messages: 'warning',
    // A role's password must not reach the log with a statement that failed.
    log_min_error_statement: 'panic',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const logFile = openSync(join(folder, 'server.log'), 'w', 0o600)
  // A group of its own: Ctrl-C at the terminal must reach web and worker first, and the database last.
  const child = spawn(installation.postgres, ['-D', installation.cluster, '-p', String(port), ...args], {
    ...installation.spawnAs,
    detached: true,
    stdio: ['ignore', logFile, logFile],
  })
  closeSync(logFile)
  child.unref()
  return child
}

function lastLines(file: string): string {
  return statSync(file, { throwIfNoEntry: false })
    ? readFileSync(file, 'utf8').split('\n').slice(-10).join('\n')
    : ''
}

/** Gives `wanted` when it is free on 127.0.0.1, else a free port. */
async function freePort(wanted: number | undefined): Promise<number> {
  const tried = await new Promise<number | undefined>((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(undefined))
    probe.listen(wanted ?? 0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
  if (tried !== undefined) return tried
  if (wanted === undefined) throw new Error('No free port on 127.0.0.1')
  return freePort(undefined)
}
