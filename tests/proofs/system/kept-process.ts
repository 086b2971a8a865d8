import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { sendSignal } from '#scripts/processes.ts'

/** A process that lives. `ended`: whoever ended it. */
export type Running = { readonly pid: number; readonly ended: Promise<void> }

/** A process that is started again whenever it ends, as a supervisor would. */
export type KeptProcess = {
  /** Ends it with SIGKILL, once one lives; gives the moment when it is gone. */
  kill(): Promise<number>
  /** How often it has ended so far, whoever ended it. */
  ends(): number
  /** Ends it for good. */
  stop(): Promise<void>
}

const pauseMs = 200

/**
 * Starts a process and keeps it. Rejects when it cannot be started the first time; later it is tried until it can.
 * `farewell`: the signal that asks it to end.
 */
export async function keepRunning(
  start: () => Promise<Running>,
  farewell: NodeJS.Signals = 'SIGTERM',
): Promise<KeptProcess> {
  let current: Running | null = await start()
  let isStopping = false
  let ends = 0
  const keep = async () => {
    while (!isStopping) {
      if (current !== null) {
        await current.ended
        ends += 1
      }
      current = null
      await sleep(pauseMs)
      if (!isStopping) current = await start().catch(() => null)
    }
  }
  const kept = keep()
  return {
    kill: async () => {
      while (current === null) await sleep(10)
      const { pid, ended } = current
      const at = Date.now()
      sendSignal(pid, 'SIGKILL')
      await ended
      return at
    },
    ends: () => ends,
    stop: async () => {
      isStopping = true
      if (current) sendSignal(current.pid, farewell)
      const alarm = setTimeout(() => current && sendSignal(current.pid, 'SIGKILL'), 9_000)
      await kept
      clearTimeout(alarm)
    },
  }
}

/** Runs a program of Node's in `folder`, its output added to a log file. */
export function runNode(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  log: string,
): Promise<Running> {
  const output = openSync(log, 'a')
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve())
  })
  return child.pid === undefined
    ? Promise.reject(new Error(`${args[0]} cannot be run`))
    : Promise.resolve({ pid: child.pid, ended })
}
