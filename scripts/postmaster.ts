import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, markProcess, type ProcessMark, sendSignal, waitUntilGone } from './processes.ts'

/** A server process as its own `postmaster.pid` tells of it. */
export interface Postmaster {
  readonly mark: ProcessMark
  readonly port: number
  readonly status: string
}

/** The living process that `postmaster.pid` names; undefined without the file or when that process is gone. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const mark = markProcess(Number(lines[0]))
    const status = lines[7]?.trim() ?? ''
    return mark && { mark, port: Number(lines[3]), status }
  } catch {
    return undefined
  }
}

/** True when the process runs our `postgres`: the id in a stale file may be another program's by now. */
export function isPostgres(mark: ProcessMark, cluster: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${mark.pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    return false
  }
}

/** Waits until connections are accepted. Throws when the server ends first, or after `milliseconds`. */
export async function waitUntilReady(
  cluster: string,
  mark: ProcessMark,
  milliseconds: number,
): Promise<void> {
  const end = Date.now() + milliseconds
  for (;;) {
    const found = readPostmaster(cluster)
    if (found?.mark.pid === mark.pid && found.status === 'ready') return
    if (!isAlive(mark)) throw new Error('PostgreSQL ended while it was starting')
    if (Date.now() > end) throw new Error('PostgreSQL did not become ready in time')
    await sleep(25)
  }
}

/** SIGINT is PostgreSQL's fast stop; SIGQUIT, when that takes too long, costs a recovery at the next start. */
export async function stopPostmaster(mark: ProcessMark): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 5000],
    ['SIGQUIT', 3000],
    ['SIGKILL', 3000],
  ] as const) {
    if (!isAlive(mark)) return
    sendSignal(mark.pid, signal)
    if (await waitUntilGone(mark, patience)) return
  }
}

/** Resolves when the marked server, which need not be our child, is gone. */
export async function whenGone(mark: ProcessMark): Promise<void> {
  while (isAlive(mark)) await sleep(500, undefined, { ref: false })
}
