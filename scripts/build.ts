import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isAlive, markProcess, type ProcessMark, sendSignal } from './processes.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const HASH_FILE = join(ROOT, '.next', 'talong-build-hash')
const LOCK_FILE = join(ROOT, 'node_modules', '.talong-build.json')
const SOURCES = ['app', 'lib', 'db', 'public']
const FILES = [
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'package-lock.json',
  'tsconfig.json',
]

/** What the build depends on, as one hash over names and content; tests and migrations leave it as it is. */
export function sourceHash(): string {
  const hash = createHash('sha256')
  for (const path of [...SOURCES.flatMap(filesBelow), ...FILES].sort()) {
    if (!existsSync(join(ROOT, path))) continue
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .filter((path) => !path.startsWith(join('db', 'migrations')))
}

/** True when `.next` holds a whole production build of exactly these sources. */
export function isBuilt(): boolean {
  if (!existsSync(HASH_FILE) || !existsSync(join(ROOT, '.next', 'BUILD_ID'))) return false
  return readFileSync(HASH_FILE, 'utf8') === sourceHash()
}

/**
 * Builds for production unless that is done already; another build in the same folder is waited for. Resolves to the
 * milliseconds it took (0 = nothing to do). Throws with the build's output when it fails, or when `signal` ends it.
 */
export async function buildIfStale(announce: () => void, signal?: AbortSignal): Promise<number> {
  if (isBuilt()) return 0
  const began = Date.now()
  announce()
  await takeTurn()
  try {
    if (isBuilt()) return Date.now() - began
    const hash = sourceHash()
    rmSync(HASH_FILE, { force: true })
    await runBuild(signal)
    mkdirSync(join(ROOT, '.next'), { recursive: true })
    writeFileSync(HASH_FILE, hash)
  } finally {
    rmSync(LOCK_FILE, { force: true })
  }
  return Date.now() - began
}

async function takeTurn(): Promise<void> {
  const mark = markProcess(process.pid)
  for (;;) {
    try {
      writeFileSync(LOCK_FILE, JSON.stringify(mark), { flag: 'wx' })
      return
    } catch {
      if (!lockIsHeld()) rmSync(LOCK_FILE, { force: true })
      await sleep(200)
    }
  }
}

function lockIsHeld(): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(LOCK_FILE, 'utf8')) as ProcessMark)
  } catch {
    return false
  }
}

async function runBuild(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const end = () => child.pid && sendSignal(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  signal?.addEventListener('abort', end)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text
    })
  }
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  signal?.removeEventListener('abort', end)
  signal?.throwIfAborted()
  if (code !== 0) throw new Error(`The build failed:\n${output}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const took = await buildIfStale(() => console.log('Building …'))
    console.log(took ? `Built in ${(took / 1000).toFixed(1)} s` : 'The build is up to date')
  } catch (fault) {
    console.error((fault as Error).message)
    process.exitCode = 1
  }
}
