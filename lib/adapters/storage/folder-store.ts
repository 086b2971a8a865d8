import { randomUUID } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkBytes, checkKey, checkPrefix, type Store, type StoredObject, StoreError } from './store.ts'

/** Files being written end so. No key holds a dot, so none is ever taken for an object. */
const partEnding = '.part'

/** No file is being written for so long: its process has ended. */
const partMilliseconds = 86_400_000

/**
 * Objects as files below `folder`, readable by this account only. An object appears whole or not at all, also when
 * the power goes: written beside, flushed, linked to its name, the folder flushed. What a process that ended left half
 * written is removed by the first listing a day later.
 */
export function openFolderStore(folder: string): Store {
  const pathOf = (key: string) => join(folder, ...checkKey(key).split('/'))
  return {
    put: (key, bytes) => explained(() => putFile(pathOf(key), checkBytes(bytes))),
    read: (key) => explained(async () => new Uint8Array(await readFile(pathOf(key)))),
    remove: (key) => explained(() => rm(pathOf(key), { force: true })),
    list: (prefix) => listFiles(join(folder, ...checkPrefix(prefix).split('/').filter(Boolean)), prefix),
  }
}

async function putFile(path: string, bytes: Uint8Array): Promise<void> {
  const parent = dirname(path)
  await mkdir(parent, { recursive: true, mode: 0o700 })
  const part = `${path}.${randomUUID()}${partEnding}`
  try {
    const file = await open(part, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await linkOnce(part, path, bytes)
  } finally {
    await unlink(part).catch(() => undefined)
  }
  await syncFolder(parent)
}

/** A link is made only where no file is: nothing is ever overwritten. */
async function linkOnce(part: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await link(part, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (!(await readFile(path)).equals(bytes)) throw new StoreError('refused', 'taken')
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no flush of a folder.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function* listFiles(folder: string, prefix: string): AsyncGenerator<StoredObject> {
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* listFiles(path, `${prefix}${entry.name}/`)
    else {
      const found = await explained(() => stat(path)).catch((error: unknown) => {
        if (error instanceof StoreError && error.kind === 'missing') return null
        throw error
      })
      if (found === null) continue
      if (!entry.name.endsWith(partEnding))
        yield { key: `${prefix}${entry.name}`, size: found.size, storedAt: found.mtime }
      else if (Date.now() - found.mtimeMs > partMilliseconds) await explained(() => rm(path, { force: true }))
    }
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw toStoreError(error)
  }
}

async function explained<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw toStoreError(error)
  }
}

function toStoreError(error: unknown): unknown {
  const code = codeOf(error)
  if (code === undefined || error instanceof StoreError) return error
  if (code === 'ENOENT') return new StoreError('missing', code)
  const isRefusal = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EISDIR'].includes(code)
  return new StoreError(isRefusal ? 'refused' : 'unreachable', code)
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
