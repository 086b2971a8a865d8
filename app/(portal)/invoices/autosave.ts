import type { InvoiceDraft } from '#lib/invoice/draft.ts'

/** How the keeping of the draft stands. `dirty` is typed and not yet on its way. */
export type SaveState =
  | { readonly kind: 'idle' | 'dirty' | 'saving' | 'failed' | 'signed-out' | 'conflict' | 'moved-on' }
  | { readonly kind: 'saved'; readonly at: string }

/** What the server answers to a save. */
export type SaveAnswer =
  | { readonly ok: true; readonly revision: number; readonly savedAt: string }
  | { readonly ok: false; readonly code: 'conflict' | 'moved-on' | 'signed-out' | 'failed' }

/** The draft as the server has it; null when it cannot be had. */
export type ServerDraft = { readonly revision: number; readonly draft: unknown } | null

/** How drafts travel. */
export type DraftTransport = {
  put(body: { revision: number; draft: InvoiceDraft }): Promise<SaveAnswer>
  get(): Promise<ServerDraft>
}

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

/**
 * Keeps the draft on the server: 800 ms after one pauses, at the latest after 5 s, one request at a time and one
 * after it when something was typed meanwhile. A revision that another window has moved on from stops it: nothing is
 * overwritten until somebody says so. A save whose answer was lost is recognised by its content.
 */
export class Autosave {
  #state: SaveState = { kind: 'idle' }
  #revision: number
  #typed = 0
  #saved = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #since: number | null = null
  #running: Promise<void> | null = null
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

  /** Tells that the draft has changed. */
  change(): void {
    this.#typed += 1
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

  /** Saves this window's draft over the other one's. */
  async keepMine(): Promise<boolean> {
    const theirs = await this.#options.transport.get()
    if (theirs === null) {
      this.#show({ kind: 'failed' })
      return false
    }
    this.#revision = theirs.revision
    this.#typed += 1
    this.#show({ kind: 'dirty' })
    return this.flush()
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
    this.#show({ kind: 'saving' })
    const answer = await this.#recognised(await transport.put({ revision: before, draft: sent }), sent)
    if (!answer.ok) return this.#show({ kind: answer.code })
    this.#revision = answer.revision
    this.#saved = typed
    this.#show({ kind: 'saved', at: answer.savedAt })
    if (before === 0) onFirstSave()
  }

  /** A conflict with ourselves: the save before got through although its answer did not. */
  async #recognised(answer: SaveAnswer, sent: InvoiceDraft): Promise<SaveAnswer> {
    if (answer.ok || answer.code !== 'conflict') return answer
    const theirs = await this.#options.transport.get()
    if (theirs === null || canonical(theirs.draft) !== canonical(sent)) return answer
    return { ok: true, revision: theirs.revision, savedAt: new Date().toISOString() }
  }

  #show(state: SaveState): void {
    if (state.kind === this.#state.kind && state.kind !== 'saved') return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

/** JSON with its keys in order: the database gives them back in its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
