import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process that stays itself: the id alone can be given to another process later. */
export interface ProcessMark {
  readonly pid: number
  /** When it began, in the words of the system; unique together with the id. */
  readonly began: string
}

/** Marks a running process, or gives undefined when no such process lives (a zombie does not). */
export function markProcess(pid: number): ProcessMark | undefined {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : beganElsewhere(pid)
  return began === undefined ? undefined : { pid, began }
}

/** True while exactly the marked process lives. */
export function isAlive(mark: ProcessMark): boolean {
  return markProcess(mark.pid)?.began === mark.began
}

/** Waits until the marked process is gone; false when it still lives after `milliseconds`. */
export async function waitUntilGone(mark: ProcessMark, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (isAlive(mark)) {
    if (Date.now() > end) return false
    await sleep(25)
  }
  return true
}

/**
 * Asks the marked process to end with `signal`, and after `milliseconds` ends it and its group by force. Resolves when
 * it is gone. Does nothing to another process that has got the same id.
 */
export async function stopProcess(
  mark: ProcessMark,
  signal: NodeJS.Signals,
  milliseconds: number,
): Promise<void> {
  if (!isAlive(mark)) return
  sendSignal(mark.pid, signal)
  if (await waitUntilGone(mark, milliseconds)) return
  sendSignal(-mark.pid, 'SIGKILL')
  sendSignal(mark.pid, 'SIGKILL')
  await waitUntilGone(mark, 2000)
}

/** Sends a signal; a process that is gone already is no fault. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {}
}

function beganOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field, the name in brackets, may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${fields[19]}`
  } catch {
    return undefined
  }
}

function beganElsewhere(pid: number): string | undefined {
  try {
    if (process.platform === 'win32') {
      const query = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`
      return execFileSync('powershell', ['-NoProfile', '-Command', query], {
        encoding: 'utf8',
        stdio: 'pipe',
      }).trim()
    }
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '')
  } catch {
    return undefined
  }
}
