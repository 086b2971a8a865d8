import { unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { failpointFolder } from './env.ts'

const folder = failpointFolder(process.env)

/**
 * Names a step at which the process may end without anything being lost, doubled or left over. Does nothing outside of
 * `npm run proof:failpoints`: there the process takes away the file of that name in the proof's folder, where there is one, and
 * ends at once by SIGKILL, so one file is one end. All that it can do is end a process: nothing is let through by it.
 */
export function failpoint(name: string): void {
  if (folder === undefined) return
  try {
    unlinkSync(join(folder, name))
  } catch {
    return
  }
  process.kill(process.pid, 'SIGKILL')
}
