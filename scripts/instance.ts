import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, markProcess, type ProcessMark, stopProcess } from './processes.ts'

/** Another start lives on the same DATA_DIR. */
export class AlreadyRunning extends Error {
  constructor(dataDir: string, mark: ProcessMark) {
    super(
      `Talong is running on ${dataDir} already (process ${mark.pid}). Stop that one, or set another DATA_DIR and PORT.`,
    )
    this.name = 'AlreadyRunning'
  }
}

/** The one start on a DATA_DIR, and the processes it began; both outlive it as files if it is killed. */
export interface Instance {
  /** Remembers a child, so that the next start finds it if this one is killed. */
  remember(name: string, pid: number): void
  forget(name: string): void
  release(): void
}

/**
 * Makes this process the only start on `dataDir`, and ends what a killed earlier start left running (not the database:
 * that one is taken over). Throws `AlreadyRunning` when another start lives.
 */
export async function claimInstance(dataDir: string): Promise<Instance> {
  const lockFile = join(dataDir, 'instance.json')
  const childrenFile = join(dataDir, 'children.json')
  claim(lockFile, dataDir)
  const children = new Map(Object.entries(readJson<Record<string, ProcessMark>>(childrenFile) ?? {}))
  await Promise.all([...children.values()].map((mark) => stopProcess(mark, 'SIGTERM', 5000)))
  children.clear()
  const save = () =>
    writeFileSync(childrenFile, JSON.stringify(Object.fromEntries(children)), { mode: 0o600 })
  save()
  return {
    remember: (name, pid) => {
      const mark = markProcess(pid)
      if (mark) children.set(name, mark)
      save()
    },
    forget: (name) => {
      children.delete(name)
      save()
    },
    release: () => rmSync(lockFile, { force: true }),
  }
}

function claim(lockFile: string, dataDir: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      writeFileSync(lockFile, JSON.stringify(markProcess(process.pid)), { flag: 'wx', mode: 0o600 })
      return
    } catch (fault) {
      if (!existsSync(lockFile) || attempt > 3) throw fault
      const holder = readJson<ProcessMark>(lockFile)
      if (holder && isAlive(holder)) throw new AlreadyRunning(dataDir, holder)
      rmSync(lockFile, { force: true })
    }
  }
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return undefined
  }
}
