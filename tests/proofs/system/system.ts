import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { migrate } from '#db/migrate.ts'
import type { S3Settings } from '#lib/adapters/env.ts'
import { APP_ROLE, openPostgres, startPostgres } from '#scripts/postgres.ts'
import { prepareInstallation, serverAccount } from '#scripts/postgres-installation.ts'
import { readPostmaster } from '#scripts/postmaster.ts'
import { freePort, plainEnvironment } from '../instance.ts'
import { openMailSink } from '../mail-sink.ts'
import { makeBucket, startSwift } from '../s3/swift.ts'
import { type KeptProcess, keepRunning, type Running, runNode } from './kept-process.ts'

/** The processes by name. */
export const victims = ['worker-1', 'worker-2', 'web-1', 'web-2', 'postgres'] as const

/** A process that can be killed. */
export type Victim = (typeof victims)[number]

/** A web process's name. */
export type WebName = Extract<Victim, `web-${string}`>

/** The whole of it, running: two web processes, two workers, PostgreSQL, Swift, an access point. */
export type System = {
  readonly origins: Readonly<Record<WebName, string>>
  readonly processes: Readonly<Record<Victim, KeptProcess>>
  readonly appUrl: string
  readonly ownerUrl: string
  readonly store: S3Settings
  readonly authSecret: string
  /** The access point's; its calls are in the file beside it. */
  readonly ledger: string
  readonly folder: string
  /** Resolves when both web processes answer, the database with them; rejects when they do not within a minute. */
  isReady(): Promise<void>
  stop(keepFolder: boolean): Promise<void>
}

/** What ends what was started, the last first. */
export type Undo = (() => Promise<void> | void)[]

/** Where Talong finds what it runs on and speaks with. */
export type Addresses = Pick<Surroundings, 'appUrl' | 'store' | 'mailUrl' | 'accessPointUrl'>

/** Puts something between Talong and the addresses, and gives those that Talong is to use. */
export type Rewire = (addresses: Addresses, undo: Undo) => Promise<Addresses>

export type Settings = Readonly<Record<string, string>>

/** `settings`: what Talong's processes are configured with besides. */
type SystemOptions = { readonly settings?: Settings | undefined; readonly rewire?: Rewire | undefined }

/** Starts everything from the release build in `root`, empty. `seed`: of the access point's faults; '' for none. */
export async function startSystem(
  root: string,
  seed: string,
  { settings = {}, rewire }: SystemOptions = {},
): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), 'talong-proof-'))
  // The database's own account must be able to pass through it.
  chmodSync(folder, 0o711)
  mkdirSync(join(folder, 'logs'))
  const undo: Undo = []
  const stop = async (keepFolder: boolean) => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
    if (!keepFolder) rmSync(folder, { recursive: true, force: true })
  }
  try {
    const surroundings = await startSurroundings(folder, seed, undo)
    const rewired = await rewire?.(surroundings, undo)
    const talong = await startTalong(root, folder, { ...surroundings, ...rewired }, settings, undo)
    const isReady = async () => {
      await Promise.all(Object.values(talong.origins).map((origin) => answering(`${origin}/readyz`)))
    }
    return { ...surroundings, ...talong, folder, isReady, stop }
  } catch (fault) {
    await stop(false)
    throw fault
  }
}

/** What Talong runs on and speaks with. */
async function startSurroundings(folder: string, seed: string, undo: Undo) {
  const swift = await startSwift()
  undo.push(swift.stop)
  await makeBucket(swift.settings)
  const mail = await openMailSink()
  undo.push(mail.close)
  const ledger = join(folder, 'ledger')
  const token = randomBytes(16).toString('hex')
  const accessPoint = await startAccessPoint(ledger, token, { seed })
  undo.push(accessPoint.stop)
  const port = await freePort()
  const postgres = await keepRunning(() => startDatabase(folder, port), 'SIGINT')
  undo.push(postgres.stop)
  const { appUrl, ownerUrl } = addresses(folder)
  await migrate(ownerUrl, APP_ROLE)
  return {
    ...{ appUrl, ownerUrl, ledger, token, postgres, store: swift.settings },
    mailUrl: mail.url,
    accessPointUrl: accessPoint.url,
    authSecret: randomBytes(32).toString('hex'),
  }
}

type Surroundings = Awaited<ReturnType<typeof startSurroundings>>

/** Two web processes and two workers; ready when the web processes are. */
async function startTalong(
  root: string,
  folder: string,
  around: Surroundings,
  settings: Settings,
  undo: Undo,
) {
  const ports = { 'web-1': await freePort(), 'web-2': await freePort() }
  const start = async (name: Exclude<Victim, 'postgres'>, web: WebName, args: readonly string[]) => {
    const env = { ...environmentOf(around, folder, name, ports[web]), ...settings }
    const kept = await keepRunning(() => runNode(root, args, env, join(folder, 'logs', `${name}.log`)))
    undo.push(kept.stop)
    return kept
  }
  const web = async (name: WebName) => {
    const next = join(root, 'node_modules/next/dist/bin/next')
    const kept = await start(name, name, [next, 'start', '-H', '127.0.0.1', '-p', String(ports[name])])
    await answering(`${originOf(ports[name])}/readyz`)
    return kept
  }
  const worker = (name: 'worker-1' | 'worker-2') => start(name, 'web-1', [join(root, 'lib/worker/main.ts')])
  const [web1, web2, worker1, worker2] = await Promise.all([
    web('web-1'),
    web('web-2'),
    worker('worker-1'),
    worker('worker-2'),
  ])
  return {
    origins: { 'web-1': originOf(ports['web-1']), 'web-2': originOf(ports['web-2']) },
    processes: {
      postgres: around.postgres,
      'web-1': web1,
      'web-2': web2,
      'worker-1': worker1,
      'worker-2': worker2,
    },
  }
}

function originOf(port: number): string {
  return `http://localhost:${port}`
}

/** The configuration of a process; what is not said here is as by default. */
function environmentOf(
  around: Surroundings,
  folder: string,
  name: Victim,
  webPort: number,
): NodeJS.ProcessEnv {
  const { store } = around
  return {
    ...plainEnvironment(),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(webPort),
    PUBLIC_ORIGIN: originOf(webPort),
    DATA_DIR: folder,
    DATABASE_URL: around.appUrl,
    AUTH_SECRET: around.authSecret,
    SMTP_URL: around.mailUrl,
    S3_ENDPOINT: store.endpoint,
    S3_REGION: store.region,
    S3_BUCKET: store.bucket,
    S3_ACCESS_KEY_ID: store.accessKeyId,
    S3_SECRET_ACCESS_KEY: store.secretAccessKey,
    // So the access point knows who calls.
    ACCESS_POINT_URL: `${around.accessPointUrl}/${name}`,
    ACCESS_POINT_TOKEN: around.token,
    // The end of the plan must come within the proof.
    RETRY_PAUSES: '5,10,15',
    // *Skicka* lets it go at once: waiting is not what is proved.
    UNDO_SECONDS: '0',
    LOG_LEVEL: 'warn',
  }
}

function addresses(folder: string): { appUrl: string; ownerUrl: string } {
  const server = openPostgres(folder)
  return { appUrl: server.appUrl(), ownerUrl: server.ownerUrl() }
}

/** Always on the same port: the addresses that the others have must go on being right. */
async function startDatabase(folder: string, port: number): Promise<Running> {
  const server = await startPostgres({ dataDir: folder, port, log: () => undefined })
  const home = join(folder, 'postgres')
  const found = readPostmaster(prepareInstallation(home, serverAccount(home)).cluster)
  if (!found) throw new Error('PostgreSQL is not there after it was started')
  return { pid: found.mark.pid, ended: server.ended }
}

/** Starts the fake access point; `seed` is of its faults, '' for none, and `pauseMs` how long it takes to answer then. */
export async function startAccessPoint(
  ledger: string,
  token: string,
  { seed = '', pauseMs = 0 }: { seed?: string; pauseMs?: number },
): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const program = fileURLToPath(new URL('./access-point.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [program, ledger, token, seed, String(pauseMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    if (child.stdout) createInterface(child.stdout).once('line', resolve)
    void ended.then(() => reject(new Error('the access point did not start')))
  })
  return {
    url,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

async function answering(url: string): Promise<void> {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await sleep(100)) {
    const status = await fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return
  }
  throw new Error(`${url} did not answer`)
}
