import type { DeviceStore } from '#app/_components/device-store.ts'
import type { DeviceRecord } from '#app/_invoice/device-record.ts'
import type { DraftTransport, SaveAnswer, ServerDraft } from '#app/_invoice/draft-transport.ts'
import { Autosave } from '#app/(portal)/invoices/autosave.ts'
import { DeviceCopy } from '#app/(portal)/invoices/device-copy.ts'
import { draftReader } from '#app/(portal)/invoices/draft-reading.ts'
import { EditorStore } from '#app/(portal)/invoices/editor-store.ts'
import { Recovery } from '#app/(portal)/invoices/recovery.ts'
import type { EditorSurroundings } from '#app/(portal)/invoices/surroundings.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'

/** What a browser keeps on one device, and which of its windows live. */
export type Device = {
  readonly records: Map<string, DeviceRecord>
  readonly living: Set<string>
}

/** A device on which nothing lies. */
export function newDevice(): Device {
  return { records: new Map(), living: new Set() }
}

/** A request that has left a window: it reaches the server when `serve` is called, and its answer the window later. */
export type Request = {
  readonly window: FormWindow
  readonly kind: 'put' | 'get' | 'prepare'
  /** Nobody waits for it any longer; it may reach the server all the same. */
  isForsaken: boolean
  isServed: boolean
  serve(): Promise<void>
  /** Brings what the server said; `lost` = nothing came back; `signed-out` = the session had ended. */
  answer(how?: 'lost' | 'signed-out'): void
}

/** What the windows talk to: the real services. */
export type Backend = {
  get(invoiceId: string): Promise<ServerDraft>
  put(invoiceId: string, body: { revision: number; draft: InvoiceDraft }): Promise<SaveAnswer>
  /** *Gå vidare* with the draft on the screen; true when the invoice has gone on. */
  prepare(invoiceId: string, on: { revision: number; shown: InvoiceDraft }): Promise<boolean>
}

type WindowOptions = {
  invoiceId: string
  windowId: string
  device: Device
  opened: { revision: number; draft: InvoiceDraft }
  surroundings: EditorSurroundings
  backend: Backend
  /** The network: every request of every window, in the order they left. */
  network: Request[]
}

/** One window on the invoice form, wired as the page wires it, with a network whose every step is decided from outside. */
export class FormWindow {
  readonly store: EditorStore
  readonly autosave: Autosave
  readonly recovery: Recovery
  readonly device: Device
  readonly invoiceId: string
  /** Where recovery sent it; empty = it stayed. */
  wentTo = ''
  /** It waits for *Gå vidare*. */
  isGoingOn = false
  #isAlive = true
  #stop: () => void
  readonly #copy: DeviceCopy
  readonly #options: WindowOptions

  constructor(options: WindowOptions) {
    const { invoiceId, windowId, device, opened, surroundings } = options
    this.#options = options
    this.device = device
    this.invoiceId = invoiceId
    const reader = draftReader(surroundings)
    this.store = new EditorStore(opened.draft, surroundings, reader(opened.draft, []))
    this.store.takeReader(reader)
    const draft = () => this.store.getSnapshot().draft
    const transportOf = (id: string) => this.#transport(id)
    const transport = transportOf(invoiceId)
    const { revision } = opened
    this.autosave = new Autosave({ revision, draft, transport, onFirstSave: () => undefined })
    this.#copy = new DeviceCopy({
      userId: 'one',
      invoiceId,
      windowId,
      draft,
      autosave: this.autosave,
      open: async () => this.#deviceStore(),
      living: async () => new Set(device.living),
    })
    this.recovery = new Recovery({
      invoiceId,
      store: this.store,
      autosave: this.autosave,
      device: this.#copy,
      transportOf,
      goTo: (path) => {
        this.wentTo = path
      },
    })
    const stops = [
      this.store.onDraftChange(() => this.#copy.change()),
      this.#copy.follow(),
      this.store.onDraftChange(() => this.autosave.change()),
    ]
    this.#stop = () => {
      for (const stop of stops) stop()
      device.living.delete(windowId)
    }
    device.living.add(windowId)
    void this.recovery.look()
  }

  /** False once it has crashed, or was closed and is through with it. */
  get isAlive(): boolean {
    return this.#isAlive
  }

  /** Ends at once: what is on its way may arrive, no answer does, nothing more is written. */
  crash(): void {
    this.#isAlive = false
    this.#stop()
    for (const request of this.#options.network) if (request.window === this) request.isForsaken = true
  }

  /** Is left for another page: the device has all of it first. */
  leave(): void {
    this.#copy.write()
    this.crash()
  }

  /** *Gå vidare med fakturan*, as the form does it. */
  async goOn(): Promise<void> {
    if (this.isGoingOn || !this.store.press()) return
    this.isGoingOn = true
    this.store.hold(true)
    const shown = this.store.getSnapshot().draft
    if (this.autosave.revision === 0) this.autosave.change()
    const isSaved = (await this.autosave.retry()) && this.autosave.revision > 0
    const { backend, invoiceId } = this.#options
    const { revision } = this.autosave
    const hasGone =
      isSaved &&
      (await this.#request(
        'prepare',
        false,
        () => backend.prepare(invoiceId, { revision, shown }),
        () => false,
      ))
    this.isGoingOn = false
    this.store.hold(false)
    if (hasGone) this.crash()
  }

  #transport(invoiceId: string): DraftTransport {
    const { backend } = this.#options
    return {
      put: (body) =>
        this.#request<SaveAnswer>(
          'put',
          { ok: false, code: 'failed' },
          () => backend.put(invoiceId, body),
          () => ({ ok: false, code: 'signed-out' }),
        ),
      get: () =>
        this.#request<ServerDraft>(
          'get',
          null,
          () => backend.get(invoiceId),
          () => null,
        ),
    }
  }

  #request<Answer>(
    kind: Request['kind'],
    failed: Answer,
    serve: () => Promise<Answer>,
    signedOut: () => Answer,
  ): Promise<Answer> {
    // A window that is gone asks nothing, and waits for ever.
    if (!this.#isAlive) return new Promise(() => undefined)
    return new Promise((resolve) => {
      let answer = failed
      const request: Request = {
        window: this,
        kind,
        isForsaken: false,
        isServed: false,
        serve: async () => {
          request.isServed = true
          answer = await serve()
        },
        answer: (how) => {
          const answers = { lost: failed, 'signed-out': signedOut() }
          if (!request.isForsaken) resolve(how === undefined ? answer : answers[how])
          request.isForsaken = true
        },
      }
      this.#options.network.push(request)
    })
  }

  /** IndexedDB as far as the form uses it: what was asked first is done first, and nothing by a window that is gone. */
  #deviceStore(): DeviceStore {
    const { records } = this.device
    return {
      all: async () => [...records.values()],
      change: async ({ put, remove = [] }) => {
        if (!this.#isAlive) return
        if (put !== undefined) records.set(put.key, structuredClone(put) as DeviceRecord)
        for (const key of remove) records.delete(key)
      },
      close: () => undefined,
    }
  }
}
