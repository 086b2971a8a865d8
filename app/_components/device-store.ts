const databaseName = 'talong'
const storeName = 'drafts'

/** What this device keeps for the browser's user, by the `key` of each record. What was asked first is done first. */
export type DeviceStore = {
  all(): Promise<readonly unknown[]>
  /** Puts and removes at once: all of it happens, or nothing. */
  change(work: { put?: { readonly key: string }; remove?: readonly string[] }): Promise<void>
  close(): void
}

/** Opens what the device keeps. Null where the browser keeps nothing (private windows, storage that is full). */
export async function openDeviceStore(): Promise<DeviceStore | null> {
  const database = await openDatabase().catch(() => null)
  if (database === null) return null
  // A window with a newer layout must not wait for this one.
  database.onversionchange = () => database.close()
  return {
    all: async () => {
      const request = database.transaction(storeName).objectStore(storeName).getAll()
      return settle<unknown[]>(request)
    },
    change: async ({ put, remove = [] }) => {
      const transaction = database.transaction(storeName, 'readwrite')
      const store = transaction.objectStore(storeName)
      if (put !== undefined) store.put(put)
      for (const key of remove) store.delete(key)
      await finish(transaction)
    },
    close: () => database.close(),
  }
}

/** Forgets all that this device keeps. Never throws: nothing may stand in the way of signing out. */
export async function forgetDevice(): Promise<void> {
  try {
    const database = await openDatabase()
    const transaction = database.transaction(storeName, 'readwrite')
    transaction.objectStore(storeName).clear()
    await finish(transaction)
    database.close()
  } catch {
    // Where nothing can be opened, nothing is kept.
  }
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'key' })
  return settle(request)
}

function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function finish(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
