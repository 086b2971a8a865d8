import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A whole Talong, started as `npm start` starts it, empty, with data of its own. */
export type ProofInstance = {
  readonly origin: string
  readonly dataDir: string
  stop(): Promise<void>
}

/**
 * Starts the release build in `root` on a free port and an empty DATA_DIR, configured with `settings` besides. Rejects
 * with its output when it does not start.
 */
export async function startInstance(
  root: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ProofInstance> {
  const dataDir = mkdtempSync(join(tmpdir(), 'talong-proof-'))
  // The database's own account must be able to pass through it.
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), '--empty'], {
    cwd: root,
    env: {
      ...plainEnvironment(),
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await ready(child)
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    stop: async () => {
      await ended(child)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The environment without anything that would lead the instance elsewhere. */
export function plainEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG']
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

function ready(child: ChildProcess): Promise<void> {
  let output = ''
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text) => {
        output += text
        if (output.includes('Talong is ready at')) resolve()
      })
    }
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`The instance did not start:\n${output}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  child.kill('SIGTERM')
  return gone
}

/** A port on loopback that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}
