import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createConnection, createServer, type Socket } from 'node:net'
import { expect } from '@playwright/test'
import { authSecret } from '#scripts/environment.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { freePort } from '#tests/proofs/instance.ts'
import { instanceFolder } from './office-steps.ts'

/** A way to the database that can be cut: what was open breaks, what is new is refused. */
export type Wire = { url: string; cut(): void; mend(): void; close(): Promise<void> }

/** Opens a wire to the database of the instance under test. */
export async function openWire(): Promise<Wire> {
  const address = new URL(openPostgres(instanceFolder()).appUrl())
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((inner) => {
    if (isCut) return inner.destroy()
    const outer = createConnection(Number(address.port), address.hostname)
    for (const [socket, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
    return undefined
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = server.address()
  const url = new URL(address)
  url.hostname = '127.0.0.1'
  url.port = String(own !== null && typeof own === 'object' ? own.port : 0)
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    cut: () => {
      isCut = true
      breakAll()
    },
    mend: () => {
      isCut = false
    },
    close: async () => {
      breakAll()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A second web process of the same build and data, reached at an origin of its own. */
export type WebProcess = { origin: string; child: ChildProcess; stop(): Promise<void> }

/**
 * Starts a web process whose database is behind `databaseUrl`, at a port of its own choice or the given one, configured
 * with `settings` besides, and waits until it is ready.
 */
export async function startWeb(
  databaseUrl: string,
  given?: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<WebProcess> {
  const port = given ?? (await freePort())
  const origin = `http://localhost:${port}`
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: instanceFolder(),
        PUBLIC_ORIGIN: origin,
        AUTH_SECRET: authSecret(instanceFolder()),
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'error',
        UNDO_SECONDS: '0',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      output += text
    })
  }
  const status = () =>
    fetch(`${origin}/readyz`).then(
      (answer) => answer.status,
      () => (child.exitCode === null ? 0 : output),
    )
  await expect.poll(status, { timeout: 30_000 }).toBe(200)
  return {
    origin,
    child,
    stop: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
