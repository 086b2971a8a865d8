import { type DeviceRecord, weighRecord } from '#app/_invoice/device-record.ts'
import type { DraftTransport } from '#app/_invoice/draft-transport.ts'
import { saveFoundDraft } from '#app/_invoice/save-found-draft.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { Autosave } from './autosave.ts'
import type { DeviceCopy } from './device-copy.ts'

/**
 * What is said of a draft that came into the form without being typed there; `other` is what the form holds instead
 * after the one press that it offers.
 */
export type RecoveryNotice = {
  /** `found` = not put back yet; `restored`; `discarded` = put back, then let go of; `taken` = another window's. */
  readonly kind: 'found' | 'restored' | 'discarded' | 'taken'
  /** When what was found was typed, ISO 8601. */
  readonly at: string
  readonly other: InvoiceDraft
}

/** What has been found, and what became of it. */
export type RecoveryState = {
  readonly notice: RecoveryNotice | null
  /** New invoices that never reached the server, the newest first. */
  readonly offers: readonly DeviceRecord[]
  /** The offer that was let go of last: it can be had back. */
  readonly dropped: DeviceRecord | null
  /** An offer could not be saved just now. */
  readonly isOfferStuck: boolean
}

/** The part of the form's state that recovery reads and replaces. */
type DraftHolder = {
  /** It takes no changes now. */
  readonly isHeld: boolean
  getSnapshot(): { readonly draft: InvoiceDraft }
  change(draft: InvoiceDraft, field: string): void
}

type RecoveryOptions = {
  invoiceId: string
  store: DraftHolder
  autosave: Autosave
  device: DeviceCopy
  /** How the draft of an invoice travels. */
  transportOf: (invoiceId: string) => DraftTransport
  /** Goes to another address. */
  goTo: (path: string) => void
}

const afterPress = { found: 'restored', restored: 'discarded', discarded: 'restored' } as const

/**
 * What windows that are gone have left on this device: put back when the server's draft has not moved on since,
 * otherwise both are shown. Nothing is overwritten, and nothing let go of, without a way back.
 */
export class Recovery {
  /** How it stands before it has looked, which the page shows. */
  readonly first: RecoveryState = { notice: null, offers: [], dropped: null, isOfferStuck: false }
  #state = this.first
  readonly #options: RecoveryOptions
  readonly #listeners = new Set<() => void>()

  constructor(options: RecoveryOptions) {
    this.#options = options
  }

  /** Calls back after each change; returns what ends it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** How it stands now; the same object until something changes. */
  getSnapshot = (): RecoveryState => this.#state

  /** Looks once, when the form is opened. */
  async look(): Promise<void> {
    const { invoiceId, autosave, device } = this.#options
    const [before, isNew] = [this.#options.store.getSnapshot().draft, autosave.revision === 0]
    const found = await device.open()
    const record = found.find((each) => each.invoiceId === invoiceId)
    if (record !== undefined) await this.#weigh(record, before)
    else if (isNew) this.#replace({ offers: found.filter((each) => each.baseRevision === 0) })
  }

  /** What the notice offers: what was found back, or away, or back again. */
  press(): void {
    const { notice } = this.#state
    if (notice === null || this.#options.store.isHeld) return
    const other = this.#put(notice.other)
    this.#replace({
      notice: notice.kind === 'taken' ? null : { kind: afterPress[notice.kind], at: notice.at, other },
    })
  }

  /** In a conflict: the server's draft comes into the form; this window's can be had back. */
  async takeTheirs(): Promise<boolean> {
    const { invoiceId, autosave, store, transportOf, goTo } = this.#options
    const state = autosave.getSnapshot()
    const theirs = await transportOf(invoiceId).get()
    if (theirs === null) {
      // It is no draft any longer, or nothing can be reached: the page itself says which.
      if (state.kind === 'conflict') goTo(`/invoices/${invoiceId}`)
      return false
    }
    if (store.isHeld) return false
    const other = store.getSnapshot().draft
    store.change(theirs.draft, '')
    autosave.takeTheirs(theirs)
    this.#replace({ notice: { kind: 'taken', at: autosave.changedAt, other } })
    return true
  }

  /** Opens a new invoice that never reached the server, at an address of its own. */
  async openOffer(record: DeviceRecord): Promise<void> {
    const { device, transportOf, goTo } = this.#options
    this.#replace({ isOfferStuck: false })
    const saved = await saveFoundDraft(record, transportOf(record.invoiceId))
    if (saved === null) return this.#replace({ isOfferStuck: true })
    if (saved.isThere) await device.remove(record.key)
    goTo(saved.path)
  }

  /** Lets go of a new invoice that never reached the server. */
  dropOffer(record: DeviceRecord): void {
    void this.#options.device.remove(record.key)
    const offers = this.#state.offers.filter((each) => each.key !== record.key)
    this.#replace({ offers, dropped: record, isOfferStuck: false })
  }

  /** Takes the offer that was let go of last back. */
  undoDrop(): void {
    const { dropped, offers } = this.#state
    if (dropped === null) return
    void this.#options.device.put(dropped)
    this.#replace({ offers: [dropped, ...offers], dropped: null })
  }

  async #weigh(record: DeviceRecord, opened: InvoiceDraft): Promise<void> {
    const { invoiceId, autosave, store, device, transportOf } = this.#options
    const page = { revision: autosave.revision, draft: opened, savedAt: '' }
    // Only the server knows whether it has moved on; a page may come from the browser's own store.
    const latest = record.baseRevision === page.revision ? page : await transportOf(invoiceId).get()
    const server = latest ?? page
    const verdict = weighRecord(record, server)
    if (verdict === 'same') return device.remove(record.key)
    const other = store.getSnapshot().draft
    if (other !== opened || store.isHeld) {
      // Typed meanwhile, or gone on with: what was found waits to be asked for, and stays on the device.
      this.#replace({ notice: { kind: 'found', at: record.at, other: record.draft } })
      return
    }
    if (verdict === 'restore') autosave.adopt(server.revision)
    this.#put(record.draft)
    if (verdict === 'both') autosave.stopAt(server, record)
    else this.#replace({ notice: { kind: 'restored', at: record.at, other: server.draft } })
    // This window's own record says the same from now on.
    await device.remove(record.key)
  }

  /** Puts a draft into the form and on the device; gives the one that stood there. */
  #put(draft: InvoiceDraft): InvoiceDraft {
    const { store, device } = this.#options
    const before = store.getSnapshot().draft
    store.change(draft, '')
    device.write()
    return before
  }

  #replace(change: Partial<RecoveryState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
