import type { DeviceStore } from '#app/_components/device-store.ts'
import { type DeviceRecord, recordKey, sortRecords, type WindowIds } from '#app/_invoice/device-record.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { Autosave } from './autosave.ts'

/** So long after a change the device begins to write: keys pressed in between are one record. */
const writeAfterMs = 20

type DeviceCopyOptions = WindowIds & {
  draft: () => InvoiceDraft
  autosave: Autosave
  open: () => Promise<DeviceStore | null>
  /** The windows whose records are still their own. */
  living: () => Promise<ReadonlySet<string>>
}

/**
 * This window's draft on the device: written within 50 ms of each change, taken away once the server has it all or
 * it no longer is a draft. Says whether the device can be relied on.
 */
export class DeviceCopy {
  #store: DeviceStore | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #isWritten = false
  readonly #options: DeviceCopyOptions
  readonly #listeners = new Set<() => void>()

  constructor(options: DeviceCopyOptions) {
    this.#options = options
  }

  /** Calls back when the device becomes, or ceases to be, one that keeps; returns what ends it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** True while this device keeps what is typed. */
  getSnapshot = (): boolean => this.#store !== null

  /** Opens the device, clears away what may not lie there, and gives what windows that are gone have left, newest first. */
  async open(): Promise<readonly DeviceRecord[]> {
    const { userId, open, living } = this.#options
    try {
      this.#use(await open())
      const { kept, surplus } = sortRecords((await this.#store?.all()) ?? [], userId, new Date())
      if (surplus.length > 0) await this.#store?.change({ remove: surplus })
      const windows = await living()
      return kept.filter((record) => !windows.has(record.windowId))
    } catch {
      this.#use(null)
      return []
    } finally {
      this.change()
    }
  }

  /** The window this is the copy of. */
  get windowId(): string {
    return this.#options.windowId
  }

  /** Follows the saving: what is on its way, and what has arrived. Returns what ends it. */
  follow(): () => void {
    const { autosave } = this.#options
    // The first key of a word waits its moment as every other does.
    return autosave.subscribe(() => (autosave.getSnapshot().kind === 'dirty' ? this.change() : this.write()))
  }

  /** Tells that the draft has changed. */
  change(): void {
    this.#timer ??= setTimeout(() => this.write(), writeAfterMs)
  }

  /** Writes, or takes away, at once. */
  write(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { draft, autosave, ...ids } = this.#options
    const key = recordKey(ids)
    const isDone = !autosave.hasUnsaved || autosave.getSnapshot().kind === 'moved-on'
    if (isDone) {
      if (this.#isWritten) void this.#change({ remove: [key] })
      this.#isWritten = false
      return
    }
    this.#isWritten = true
    const { userId, invoiceId, windowId } = ids
    const record: DeviceRecord = {
      key,
      userId,
      invoiceId,
      windowId,
      baseRevision: autosave.revision,
      at: autosave.changedAt,
      draft: draft(),
      sent: autosave.unanswered,
    }
    void this.#change({ put: record })
  }

  /** Puts a record of another window back. */
  put(record: DeviceRecord): Promise<void> {
    return this.#change({ put: record })
  }

  /** Takes a record of another window away; after what was written before. */
  remove(key: string): Promise<void> {
    return this.#change({ remove: [key] })
  }

  /** Lets go of the device; what was asked before is done. */
  close(): void {
    this.#store?.close()
    this.#use(null)
  }

  async #change(work: Parameters<DeviceStore['change']>[0]): Promise<void> {
    try {
      await this.#store?.change(work)
    } catch {
      // Full, or taken away: from now on the device is not spoken of.
      this.#use(null)
    }
  }

  #use(store: DeviceStore | null): void {
    if (store === this.#store) return
    this.#store = store
    for (const listener of this.#listeners) listener()
  }
}
