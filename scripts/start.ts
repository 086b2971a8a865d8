/**
 * `npm start`: builds if needed, then runs the database, the migrations, the demo data (once; not with --empty), the
 * worker and the web server, until Ctrl-C or SIGTERM. Configuration: README.md.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ConfigError } from '#lib/adapters/env.ts'
import { buildIfStale } from './build.ts'
import { authSecret, choosePort, readSettings, type StartSettings } from './environment.ts'
import { AlreadyRunning, claimInstance, type Instance } from './instance.ts'
import { startPostgres } from './postgres.ts'
import { markProcess, stopProcess } from './processes.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const NEXT = join(ROOT, 'node_modules/next/dist/bin/next')
const LOG_LIMIT = 10 * 1024 * 1024

/** A sentence for the person at the terminal; no stack is shown for it. */
class CannotStart extends Error {}

interface Service {
  readonly child: ChildProcess
  readonly ended: Promise<string>
}

const stopping = new AbortController()
/** Undone in reverse: what began last ends first. */
const undo: (() => Promise<void> | void)[] = []
const say = (line: string) => console.log(line)

function logFile(dataDir: string, name: string): string {
  const file = join(dataDir, 'logs', `${name}.log`)
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 })
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.1`)
  return file
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n') : ''
}

/** Both the build and the database fail with words for a person: no stack beside them. */
async function explained<T>(work: Promise<T>): Promise<T> {
  return work.catch((fault: unknown) => {
    throw new CannotStart(fault instanceof Error ? fault.message : String(fault))
  })
}

/** Runs a script to its end; what it prints is shown only when it fails. */
async function runStep(what: string, script: string, env: NodeJS.ProcessEnv): Promise<void> {
  stopping.signal.throwIfAborted()
  const child = spawn(process.execPath, [join(ROOT, script)], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => child.kill('SIGTERM')
  stopping.signal.addEventListener('abort', end)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text
    })
  }
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  stopping.signal.removeEventListener('abort', end)
  stopping.signal.throwIfAborted()
  if (code !== 0) throw new CannotStart(`${what} failed:\n${output.trimEnd()}`)
}

/** Starts a child in a group of its own (Ctrl-C reaches only us) that writes to its log file. */
function startService(
  instance: Instance,
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  log: string,
): Service {
  const output = openSync(log, 'a', 0o600)
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  if (child.pid !== undefined) instance.remember(name, child.pid)
  const ended = new Promise<string>((resolve) => {
    child.on('error', (fault) => resolve(fault.message))
    child.on('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  return { child, ended }
}

async function stopService(instance: Instance, name: string, service: Service): Promise<void> {
  const mark = service.child.pid === undefined ? undefined : markProcess(service.child.pid)
  if (mark) await stopProcess(mark, 'SIGTERM', 9500)
  instance.forget(name)
}

/** Keeps a worker running: one that dies is started again, more slowly when it dies at once. */
function keepWorker(instance: Instance, dataDir: string, env: NodeJS.ProcessEnv): void {
  const log = logFile(dataDir, 'worker')
  let current: Service | undefined
  const run = async () => {
    for (let pause = 500; !stopping.signal.aborted; pause = Math.min(pause * 2, 30_000)) {
      const began = Date.now()
      current = startService(instance, 'worker', [join(ROOT, 'lib/worker/main.ts')], env, log)
      const reason = await current.ended
      if (stopping.signal.aborted) return
      if (Date.now() - began > 60_000) pause = 500
      say(`The worker ended (${reason}); starting it again. Its log: ${log}`)
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  void run()
  undo.push(async () => {
    if (current) await stopService(instance, 'worker', current)
  })
}

/** Waits for `/readyz` to answer 200, asked as a browser at the public address would. */
async function waitUntilReady(
  host: string,
  port: number,
  publicOrigin: string,
  web: Service,
): Promise<boolean> {
  const address = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  let ended = false
  void web.ended.then(() => {
    ended = true
  })
  for (const limit = Date.now() + 60_000; Date.now() < limit && !ended; ) {
    stopping.signal.throwIfAborted()
    const headers = { host: new URL(publicOrigin).host }
    const status = await new Promise<number | undefined>((resolve) => {
      const request = get(
        { host: address, port, path: '/readyz', headers, timeout: 3000, agent: false },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        },
      )
      request.on('error', () => resolve(undefined)).on('timeout', () => request.destroy())
    })
    if (status === 200) return true
    await sleep(100)
  }
  return false
}

async function startDatabase(settings: StartSettings): Promise<{ appUrl: string; ownerUrl: string }> {
  if (settings.database) return settings.database
  const server = await explained(startPostgres({ dataDir: settings.dataDir, log: say }))
  undo.push(() => server.stop())
  void server.ended.then(() =>
    endAll('The database ended unexpectedly', join(settings.dataDir, 'postgres/server.log')),
  )
  return { appUrl: server.appUrl(), ownerUrl: server.ownerUrl() }
}

function announce(origin: string, port: number, dataDir: string, empty: boolean): void {
  say(`\nTalong is ready at http://localhost:${port}`)
  if (origin !== `http://localhost:${port}`) say(`Public address: ${origin}`)
  const file = join(dataDir, 'demo-sign-ins.json')
  if (!empty && existsSync(file)) {
    const demo = JSON.parse(readFileSync(file, 'utf8')) as { role: string; email: string; password: string }[]
    const width = Math.max(...demo.map(({ role }) => role.length))
    say('\nDemo sign-ins:')
    for (const { role, email, password } of demo) say(`  ${role.padEnd(width)}  ${email}  ${password}`)
  }
  const isLocal = ['127.0.0.1', 'localhost', '::1'].includes(process.env.HOST || '127.0.0.1')
  if (!process.env.SMTP_URL && !isLocal)
    say('\nLetters are kept in a folder and cannot be read over the network: set SMTP_URL to send them.')
  if (!process.env.SMTP_URL && isLocal) say(`\nLetters sent by Talong: http://localhost:${port}/dev/mailbox`)
  say(`Logs: ${join(dataDir, 'logs')}\nStop with Ctrl-C.`)
}

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { empty: { type: 'boolean', default: false } } })
  const settings = readSettings(process.env)
  const { dataDir, host } = settings
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const instance = await claimInstance(dataDir)
  undo.push(() => instance.release())
  const port = await choosePort(settings)
  if (!port) throw new CannotStart(`Port ${settings.port} on ${host} is taken: set PORT to a free one`)
  await explained(buildIfStale(() => say('Building …'), stopping.signal))
  stopping.signal.throwIfAborted()
  const database = await startDatabase(settings)
  const origin = process.env.PUBLIC_ORIGIN || `http://localhost:${port}`
  // For the operator's commands, which print links.
  writeFileSync(join(dataDir, 'public-origin'), origin, { mode: 0o600 })
  const { DATABASE_OWNER_URL: _kept, ...given } = process.env
  const env: NodeJS.ProcessEnv = {
    ...given,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: host,
    PORT: String(port),
    DATA_DIR: dataDir,
    PUBLIC_ORIGIN: origin,
    AUTH_SECRET: process.env.AUTH_SECRET || authSecret(dataDir),
    DATABASE_URL: database.appUrl,
  }
  const asOwner = { ...env, DATABASE_OWNER_URL: database.ownerUrl }
  await runStep('Bringing the database up to date', 'db/migrate.ts', asOwner)
  // A database of someone else's never gets users with published passwords.
  if (!values.empty && !settings.database) await runStep('Adding the demo data', 'db/seed.ts', asOwner)
  stopping.signal.throwIfAborted()
  keepWorker(instance, dataDir, env)
  const log = logFile(dataDir, 'web')
  const web = startService(instance, 'web', [NEXT, 'start', '-H', host, '-p', String(port)], env, log)
  undo.push(() => stopService(instance, 'web', web))
  void web.ended.then((reason) => endAll(`The web server ended unexpectedly (${reason})`, log))
  const ready = await waitUntilReady(host, port, origin, web)
  stopping.signal.throwIfAborted()
  if (ready) announce(origin, port, dataDir, values.empty)
  else await endAll('The web server did not become ready', log)
}

async function stopAll(): Promise<void> {
  stopping.abort()
  for (let step = undo.pop(); step; step = undo.pop()) await step()
}

async function endAll(reason: string, log: string): Promise<void> {
  if (stopping.signal.aborted) return
  console.error(`${reason}. The end of ${log}:\n${lastLines(log)}`)
  await stopAll()
  process.exit(1)
}

let asked = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (asked) return
    asked = true
    say('\nStopping …')
    stopping.abort()
    void started.finally(stopAll).then(() => process.exit(0))
  })
}

const started = start().catch(async (fault: unknown) => {
  if (stopping.signal.aborted) return
  const expected =
    fault instanceof ConfigError || fault instanceof AlreadyRunning || fault instanceof CannotStart
  console.error(expected ? fault.message : fault)
  await stopAll()
  process.exit(1)
})
// With a database of someone else's, only the children keep us alive; while the worker pauses there may be none.
setInterval(() => undefined, 60_000)
