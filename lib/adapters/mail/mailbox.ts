import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Letter, Mailer } from './mailer.ts'

/** A letter in the mailbox folder. */
export type StoredLetter = Letter & { id: string; at: string }

const folderOf = (dataDir: string) => join(dataDir, 'mailbox')

/** Keeps letters in a folder instead of sending them: what the mailbox page shows in embedded mode. */
export function openMailbox(dataDir: string, now: () => Date): Mailer {
  const folder = folderOf(dataDir)
  return {
    async send(id, letter) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const stored: StoredLetter = { id, at: now().toISOString(), ...letter }
      const target = join(folder, `${stored.at.replaceAll(':', '-')}_${id}.json`)
      await writeFile(`${target}.part`, JSON.stringify(stored), { mode: 0o600 })
      await rename(`${target}.part`, target)
    },
  }
}

/** The newest letters of the mailbox folder, newest first; none when there is no folder yet. */
export async function readMailbox(dataDir: string, limit: number): Promise<StoredLetter[]> {
  const names = await readdir(folderOf(dataDir)).catch(() => [])
  const newest = names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, limit)
  return Promise.all(
    newest.map(
      async (name) => JSON.parse(await readFile(join(folderOf(dataDir), name), 'utf8')) as StoredLetter,
    ),
  )
}
