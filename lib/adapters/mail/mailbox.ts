import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Letter, Mailer } from './mailer.ts'

/** A letter in the mailbox folder; its files lie in a folder beside it that has its id. */
export type StoredLetter = Omit<Letter, 'attachments'> & {
  id: string
  at: string
  files?: readonly { fileName: string; size: number }[]
}

const folderOf = (dataDir: string) => join(dataDir, 'mailbox')

/** Keeps letters in a folder instead of sending them: what the mailbox page shows in embedded mode. */
export function openMailbox(dataDir: string, now: () => Date): Mailer {
  const folder = folderOf(dataDir)
  const keep = async (id: string, { attachments = [], ...letter }: Letter) => {
    const filesFolder = join(folder, id)
    await mkdir(attachments.length > 0 ? filesFolder : folder, { recursive: true, mode: 0o700 })
    for (const { fileName, bytes } of attachments)
      await writeFile(join(filesFolder, basename(fileName)), bytes, { mode: 0o600 })
    const files = attachments.map(({ fileName, bytes }) => ({
      fileName: basename(fileName),
      size: bytes.byteLength,
    }))
    const at = now().toISOString()
    const stored: StoredLetter = { id, at, ...letter, ...(files.length > 0 ? { files } : {}) }
    const target = join(folder, `${at.replaceAll(':', '-')}_${id}.json`)
    await writeFile(`${target}.part`, JSON.stringify(stored), { mode: 0o600 })
    await rename(`${target}.part`, target)
  }
  return {
    send: keep,
    async post(id, letter) {
      await keep(id, letter)
      return { answer: 'taken' }
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
