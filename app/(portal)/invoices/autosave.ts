import type { DraftTransport, ServerDraft } from '#app/_invoice/draft-transport.ts'
import { isSameDraft } from '#app/_invoice/same-draft.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'

/** How the keeping of the draft stands. `dirty` is typed and not yet on its way. */
export type SaveState =
  | { readonly kind: 'idle' | 'dirty' | 'saving' | 'failed' | 'signed-out' | 'moved-on' }
  | { readonly kind: 'saved'; readonly at: string }
  /** `foundAt`: this window's draft was found on the device, typed then; null = it was typed here. */
  | { readonly kind: 'conflict'; readonly theirs: ServerDraft; readonly foundAt: string | null }

type AutosaveOptions = {
  revision: number
  draft: () => InvoiceDraft
  transport: DraftTransport
  /** Called once, when the draft has got its row. */
  onFirstSave: () => void
}

const pauseMs = 800
const atMostMs = 5000
const againMs = 10_000
const mostUnanswered = 20

/**
 * Keeps the draft on the server: 800 ms after one pauses, at the latest after 5 s, one request at a time and one
 * after it when something was typed meanwhile. A revision that another window has moved on from stops it: nothing is
 * overwritten until somebody says so. Saves whose answers were lost are recognised by their content.
 */
export class Autosave {
  /** How it stands before anything is typed, which the page shows. */
  readonly first: SaveState = { kind: 'idle' }
  #state = this.first
  #revision: number
  #typed = 0
  #saved = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #since: number | null = null
  #running: Promise<void> | null = null
  #changedAt = ''
  #unanswered: readonly InvoiceDraft[] = []
  readonly #options: AutosaveOptions
  readonly #listeners = new Set<() => void>()

  constructor(options: AutosaveOptions) {
    this.#options = options
    this.#revision = options.revision
  }

  /** Calls back after each change of the state; returns what ends it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** How it stands now; the same object until it changes. */
  getSnapshot = (): SaveState => this.#state

  /** The revision the server has of this window; 0 before the first save. */
  get revision(): number {
    return this.#revision
  }

  /** Something typed is not known to be on the server. */
  get hasUnsaved(): boolean {
    return this.#saved < this.#typed
  }

  /** When the draft was changed last, ISO 8601; empty = not yet. */
  get changedAt(): string {
    return this.#changedAt
  }

  /** The drafts sent since the last answer: the server may have one of them. */
  get unanswered(): readonly InvoiceDraft[] {
    return this.#unanswered
  }

  /** Tells that the draft has changed. */
  change(): void {
    this.#typed += 1
    this.#changedAt = new Date().toISOString()
    if (this.#isStopped()) return
    if (this.#running === null && this.#state.kind !== 'failed') this.#show({ kind: 'dirty' })
    this.#schedule()
  }

  /** Saves at once what is not saved yet. True when everything typed is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    while (this.#saved < this.#typed && !this.#isStopped()) {
      await this.#save()
      if (this.#state.kind === 'failed') break
    }
    return this.#saved >= this.#typed && !this.#isStopped()
  }

  /** Saves because a person asked for it, or has signed in: unlike `flush` it goes on after a sign-out too. */
  retry(): Promise<boolean> {
    if (this.#state.kind === 'signed-out') this.#show({ kind: 'dirty' })
    return this.flush()
  }

  /** Saves this window's draft over the one that was shown. A later one, or one that could not be shown, is shown first. */
  async keepMine(): Promise<boolean> {
    if (this.#state.kind === 'conflict' && this.#state.theirs !== null) {
      this.#revision = this.#state.theirs.revision
    }
    this.#typed += 1
    this.#show({ kind: 'dirty' })
    return this.flush()
  }

  /** Goes on from a revision that the server has got to without this window. */
  adopt(revision: number): void {
    this.#revision = revision
  }

  /**
   * Stops at the server's draft: the one in this window, found on the device and typed on `baseRevision`, would
   * overwrite it. Until somebody chooses it still is of that revision, wherever it is found next.
   */
  stopAt(theirs: ServerDraft, found: { readonly at: string; readonly baseRevision: number }): void {
    clearTimeout(this.#timer)
    this.#revision = found.baseRevision
    this.#show({ kind: 'conflict', theirs, foundAt: found.at })
  }

  /** The draft in this window is the server's from now on. */
  takeTheirs({ revision, savedAt }: NonNullable<ServerDraft>): void {
    this.#revision = revision
    this.#saved = this.#typed
    this.#unanswered = []
    this.#show({ kind: 'saved', at: savedAt })
  }

  #isStopped(): boolean {
    return ['conflict', 'moved-on', 'signed-out'].includes(this.#state.kind)
  }

  #schedule(wait = pauseMs): void {
    clearTimeout(this.#timer)
    const now = Date.now()
    this.#since ??= now
    const latest = Math.max(this.#since + atMostMs - now, 0)
    this.#timer = setTimeout(() => void this.#save(), wait === pauseMs ? Math.min(wait, latest) : wait)
  }

  #save(): Promise<void> {
    this.#running ??= this.#send().finally(() => {
      this.#running = null
      if (this.#saved < this.#typed && !this.#isStopped()) {
        this.#schedule(this.#state.kind === 'failed' ? againMs : pauseMs)
      }
    })
    return this.#running
  }

  async #send(): Promise<void> {
    const { transport, draft, onFirstSave } = this.#options
    const [sent, typed, before] = [draft(), this.#typed, this.#revision]
    clearTimeout(this.#timer)
    this.#since = null
    this.#unanswered = [...this.#unanswered.filter((own) => own !== sent), sent].slice(-mostUnanswered)
    // A failure stands until it is solved: trying again says nothing of its own.
    if (this.#state.kind === 'failed') this.#tell()
    else this.#show({ kind: 'saving' })
    const answer = await transport.put({ revision: before, draft: sent })
    if (!answer.ok) {
      return answer.code === 'conflict' ? this.#meet(sent, typed) : this.#show({ kind: answer.code })
    }
    this.#revision = answer.revision
    this.#saved = typed
    this.#unanswered = []
    this.#show({ kind: 'saved', at: answer.savedAt })
    if (before === 0) onFirstSave()
  }

  /** Another revision than expected: another window's, or our own whose answer was lost. */
  async #meet(sent: InvoiceDraft, typed: number): Promise<void> {
    const theirs = await this.#options.transport.get()
    if (theirs === null || !this.#unanswered.some((own) => isSameDraft(own, theirs.draft))) {
      return this.#show({ kind: 'conflict', theirs, foundAt: null })
    }
    const before = this.#revision
    this.#revision = theirs.revision
    if (before === 0) this.#options.onFirstSave()
    // An earlier one of ours got through: what was typed after it goes on from there.
    if (!isSameDraft(sent, theirs.draft)) return this.#show({ kind: 'dirty' })
    this.#saved = typed
    this.#unanswered = []
    this.#show({ kind: 'saved', at: theirs.savedAt })
  }

  #show(state: SaveState): void {
    if (state.kind === this.#state.kind && state.kind !== 'saved') return
    this.#state = state
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
