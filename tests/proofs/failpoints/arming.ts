import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Longer than it takes to notice that a process has died, and to take its work up again. */
const patienceMs = 60_000

/**
 * Ends the next process that comes past a failpoint, while `lead` leads one there. Gives whether one came
 * within a minute, after the errand is done.
 */
export async function endAt(folder: string, point: string, lead: () => Promise<void>): Promise<boolean> {
  const file = join(folder, point)
  writeFileSync(file, '')
  const limit = Date.now() + patienceMs
  const leading = lead()
  // What breaks in it is told when it is waited for.
  leading.catch(() => undefined)
  while (existsSync(file) && Date.now() < limit) await sleep(20)
  const isHit = !existsSync(file)
  rmSync(file, { force: true })
  await leading
  return isHit
}
