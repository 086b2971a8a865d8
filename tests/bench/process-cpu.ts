import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const tickMs = 1_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

type Stat = { readonly parent: number; readonly own: number; readonly ended: number }

/**
 * CPU milliseconds that a process and all below it have used since they began, user and system, those that ended and
 * were waited for included: a connection of PostgreSQL that is closed stays counted with its postmaster. Linux only.
 */
export function cpuMsOfTree(pid: number): number {
  const stats = new Map(readAll())
  const isBelow = (each: number): boolean => {
    const parent = stats.get(each)?.parent
    return each === pid || (parent !== undefined && parent > 1 && isBelow(parent))
  }
  return [...stats].reduce((sum, [each, { own, ended }]) => sum + (isBelow(each) ? own + ended : 0), 0)
}

function* readAll(): Iterable<[pid: number, stat: Stat]> {
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readStat(name) : undefined
    if (stat) yield [Number(name), stat]
  }
}

/** Undefined for a process that has just ended. */
function readStat(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field, the name in brackets, may itself hold spaces and brackets.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = (from: number) => Number(fields[from]) + Number(fields[from + 1])
    return { parent: Number(fields[1]), own: ticks(11) * tickMs, ended: ticks(13) * tickMs }
  } catch {
    return undefined
  }
}
