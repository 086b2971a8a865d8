import { expect, vi } from 'vitest'
import type { EditorSurroundings } from '#app/(portal)/invoices/surroundings.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { openDraft, saveDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice, getInvoiceXml } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { takeBack } from '#lib/services/invoices/take-back.ts'
import { isReachable } from '#lib/services/operator/readiness.ts'
import { type Backend, type Device, FormWindow, newDevice, type Request } from './draft-windows.ts'

/** The company that writes, a new draft of its own that is whole, and what its form knows. */
export type Office = {
  readonly ctx: TenantContext
  readonly blank: InvoiceDraft
  readonly surroundings: EditorSurroundings
}

/** What must have happened in the runs together: without it they have shown nothing. */
export const happened = {
  conflicts: 0,
  'answers lost': 0,
  'late arrivals': 0,
  'crashes with something unsaved': 0,
  'put back after a crash': 0,
  'kept mine': 0,
  'took the other': 0,
  'sign-outs': 0,
  'gone on': 0,
  'stale sends refused': 0,
  sent: 0,
}

type Tokens = ReadonlySet<string>

const tokensOfText = (text: string): Tokens => new Set(text.match(/\bt\d+\b/g))
const tokensOf = (draft: InvoiceDraft): Tokens =>
  tokensOfText([draft.note, ...draft.lines.map((line) => line.itemName)].join(' '))
const without = (tokens: Tokens, ...others: readonly Tokens[]): Tokens =>
  new Set([...tokens].filter((token) => !others.some((other) => other.has(token))))
const textOf = (tokens: Tokens) => [...tokens].sort().join(' ')

/** Lets everything that waits for nothing but its turn have it. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

const isInConflict = ({ autosave }: FormWindow) => autosave.getSnapshot().kind === 'conflict'
const hasOffer = ({ getSnapshot }: FormWindow['recovery']) => getSnapshot().offers.length > 0

/** The world of one run: one invoice, two devices, three windows, and what a person has been shown and has chosen. */
export class DraftWorld {
  readonly #office: Office
  readonly invoiceId = newId()
  readonly network: Request[] = []
  readonly devices: readonly [Device, Device] = [newDevice(), newDevice()]
  readonly windows: (FormWindow | null)[] = [null, null, null]
  readonly typed = new Map<string, number>()
  /** Tokens that somebody has taken away or chosen against, seeing them; or was told that they cannot be kept. */
  readonly letGo = new Set<string>()
  /** What a revision held when a window showed it and went on with it. */
  readonly goneOn = new Map<number, Tokens>()
  /** The list of *Godkänn och skicka* as somebody has it on the screen: which revision, and what it says. */
  sendList: { revision: number; tokens: Tokens } | null = null
  /** What was on the screen when *Skicka* went through. */
  sent: Tokens | null = null

  /** Where the other draft has been asked for: the choice cannot be pressed again. */
  readonly #busy = new Set<FormWindow>()
  /** What the server's draft held after the last save that went through. */
  #stored: Tokens = new Set()

  readonly #backend: Backend = {
    get: async (id) => {
      const opened = await openDraft(this.#office.ctx, id)
      return opened.ok ? opened.value : null
    },
    put: async (invoiceId, body) => {
      const saved = await saveDraft(this.#office.ctx, { invoiceId, ...body })
      if (!saved.ok) {
        if (saved.code === 'conflict') happened.conflicts += 1
        return { ok: false, code: saved.code }
      }
      const lost = without(this.#stored, tokensOf(body.draft), this.letGo)
      this.#stored = tokensOf(body.draft)
      expect(textOf(lost), `overwritten without a word, by a save on revision ${body.revision}`).toBe('')
      return { ok: true, ...saved.value }
    },
    prepare: async (invoiceId, { revision, shown }) => {
      const prepared = await prepareInvoice(this.#office.ctx, { invoiceId, revision })
      if (!prepared.ok) return false
      happened['gone on'] += 1
      this.goneOn.set(revision, tokensOf(shown))
      return true
    },
  }

  constructor(office: Office) {
    this.#office = office
  }

  /** A draft that three windows have open; or a new invoice in one, that the server has nothing of. */
  async begin(isStored: boolean): Promise<void> {
    if (isStored)
      expectValue(
        await saveDraft(this.#office.ctx, {
          invoiceId: this.invoiceId,
          revision: 0,
          draft: this.#office.blank,
        }),
      )
    const opened = await openDraft(this.#office.ctx, this.invoiceId)
    for (const place of isStored ? [0, 1, 2] : [0]) await this.open(place, opened)
    this.edit(0, 'note')
  }

  /** Opens the form in a place where no window is; a new invoice's own, as long as the server has nothing. */
  async open(place: number, known?: Awaited<ReturnType<typeof openDraft>>): Promise<void> {
    if (this.windows[place]?.isAlive) return
    const opened = known ?? (await openDraft(this.#office.ctx, this.invoiceId))
    if (!opened.ok && opened.code === 'moved-on') return
    const device = this.devices[place === 2 ? 1 : 0]
    // Nothing there: whoever opens the form has a new invoice, where what never reached the server is offered.
    const isFirst = this.typed.size === 0
    const invoiceId = opened.ok || isFirst ? this.invoiceId : newId()
    const window = new FormWindow({
      invoiceId,
      windowId: newId(),
      device,
      opened: opened.ok ? opened.value : { revision: 0, draft: this.#office.blank },
      surroundings: this.#office.surroundings,
      backend: this.#backend,
      network: this.network,
    })
    this.windows[place] = window
    window.autosave.subscribe(() => {
      // Said on that screen, with what is typed still on it.
      if (window.isAlive && window.autosave.getSnapshot().kind === 'moved-on') this.#giveUp(window)
    })
    window.store.onDraftChange(() => {
      if (window.autosave.getSnapshot().kind === 'moved-on') this.#giveUp(window)
    })
    const stop = window.recovery.subscribe(() => {
      if (window.recovery.getSnapshot().notice?.kind !== 'restored') return
      happened['put back after a crash'] += 1
      stop()
    })
    await settle()
  }

  at(place: number): FormWindow | null {
    const window = this.windows[place]
    return window?.isAlive ? window : null
  }

  screen(window: FormWindow): Tokens {
    return tokensOf(window.store.getSnapshot().draft)
  }

  edit(place: number, how: 'note' | 'line' | 'rewrite'): void {
    const window = this.at(place)
    if (window === null || window.invoiceId !== this.invoiceId) return
    const token = `t${this.typed.size}`
    this.typed.set(token, Date.now())
    const { note, lines } = window.store.getSnapshot().draft
    const [line] = lines
    this.#choose(window, () => {
      if (how === 'line' && line !== undefined) {
        window.store.setCell(line.key, 'itemName', `${line.itemName} ${token}`)
      } else {
        window.store.setField('note', how === 'rewrite' ? token : `${note} ${token}`)
      }
    })
    // The form takes no keys now: nothing was typed.
    if (!this.screen(window).has(token)) this.typed.delete(token)
  }

  /** Does what somebody asks for in a window: what goes from its screen by that is their choice. */
  #choose(window: FormWindow, work: () => void): void {
    const before = this.screen(window)
    work()
    this.#let(without(before, this.screen(window)))
  }

  #let(tokens: Tokens): void {
    for (const token of tokens) this.letGo.add(token)
  }

  #giveUp(window: FormWindow): void {
    this.#let(this.screen(window))
  }

  async crash(place: number): Promise<void> {
    const window = this.at(place)
    if (window === null) return
    if (window.autosave.hasUnsaved) happened['crashes with something unsaved'] += 1
    window.crash()
    // The device has promised what was typed 50 ms ago or earlier.
    for (const [token, at] of this.typed) {
      if (Date.now() - at < 50 && this.screen(window).has(token)) this.letGo.add(token)
    }
    await settle()
  }

  /** The first window that is as asked; -1 when none is. */
  #find(isIt: (window: FormWindow) => boolean): number {
    return (
      [0, 1, 2].find((each) => {
        const window = this.at(each)
        return window !== null && isIt(window)
      }) ?? -1
    )
  }

  /** *Behåll mitt*, where a window has put the choice. */
  async keep(): Promise<void> {
    const window = this.at(this.#find((each) => isInConflict(each) && !this.#busy.has(each)))
    const state = window?.autosave.getSnapshot()
    if (window === null || state?.kind !== 'conflict') return
    if (state.theirs !== null) {
      happened['kept mine'] += 1
      this.#let(without(tokensOf(state.theirs.draft), this.screen(window)))
    }
    void window.autosave.keepMine()
    await settle()
  }

  /** *Hämta det andra*. */
  async take(): Promise<void> {
    const window = this.at(this.#find((each) => isInConflict(each) && !this.#busy.has(each)))
    if (window === null) return
    this.#busy.add(window)
    void window.recovery.takeTheirs().then((isTaken) => {
      this.#busy.delete(window)
      const { notice } = window.recovery.getSnapshot()
      if (!isTaken || notice === null) return
      happened['took the other'] += 1
      this.#let(without(tokensOf(notice.other), this.screen(window)))
    })
    await settle()
  }

  /** Presses what the notice offers, or opens the new invoice that is offered. */
  async press(): Promise<void> {
    const place = this.#find(({ recovery }) => recovery.getSnapshot().notice !== null || hasOffer(recovery))
    const window = this.at(place)
    if (window === null) return
    const { notice, offers } = window.recovery.getSnapshot()
    const [offer] = offers
    if (notice !== null) this.#choose(window, () => window.recovery.press())
    else if (offer !== undefined) void window.recovery.openOffer(offer)
    await settle()
    await this.#follow(place)
  }

  /** Somewhere else was gone to: the window that was there is left, and the invoice's own form opens. */
  async #follow(place: number): Promise<void> {
    const window = this.at(place)
    if (window === null || window.wentTo === '') return
    window.leave()
    await this.open(place)
  }

  async retry(place: number): Promise<void> {
    void this.at(place)?.autosave.retry()
    await settle()
  }

  /** Takes the last change back (Ctrl+Z). */
  undo(place: number): void {
    const window = this.at(place)
    if (window !== null) this.#choose(window, () => window.store.undoLast())
  }

  /** One more word, and *Gå vidare*, while nobody else does anything. */
  async goOnAlone(place: number): Promise<void> {
    await this.quiet()
    await this.open(place)
    await this.quiet()
    await this.keep()
    await this.quiet()
    this.edit(place, 'note')
    await this.goOn(place)
    await this.quiet()
  }

  async goOn(place: number): Promise<void> {
    const window = this.at(place)
    if (window?.invoiceId === this.invoiceId) void window.goOn()
    await settle()
  }

  async serve(which: number): Promise<void> {
    const waiting = this.network.filter((request) => !request.isServed)
    const request = waiting[which % waiting.length]
    if (request === undefined) return
    if (request.isForsaken) happened['late arrivals'] += 1
    await request.serve()
  }

  async answer(which: number, how?: 'lost' | 'signed-out'): Promise<void> {
    const waiting = this.network.filter((request) => !request.isForsaken)
    const request = waiting[which % waiting.length]
    if (request === undefined) return
    if (how === 'lost') happened['answers lost'] += 1
    if (how === 'signed-out') happened['sign-outs'] += 1
    // Signed out is what the server says instead of doing it.
    if (how === 'signed-out') request.isServed = true
    else if (how === undefined && !request.isServed) await request.serve()
    request.answer(how)
    await settle()
    for (const place of this.windows.keys()) await this.#follow(place)
  }

  async look(): Promise<void> {
    const found = await getInvoice(this.#office.ctx, this.invoiceId)
    if (found?.invoice.state !== 'ready') return
    const tokens = tokensOfText(JSON.stringify(found.invoice.snapshot))
    this.sendList = { revision: found.invoice.revision, tokens }
    expect(textOf(tokens)).toBe(textOf(this.goneOn.get(found.invoice.revision) ?? new Set()))
  }

  async send(): Promise<void> {
    if (this.sendList === null) return
    const { revision, tokens } = this.sendList
    const seen = new Map([[this.invoiceId, revision]])
    const [outcome] = await sendInvoices(this.#office.ctx, [this.invoiceId], seen)
    if (outcome?.problem === 'changed-since') happened['stale sends refused'] += 1
    if (outcome?.problem !== null) return
    happened.sent += 1
    this.sent = tokens
  }

  async takeBack(): Promise<void> {
    await takeBack(this.#office.ctx, this.invoiceId)
  }

  async tick(ms: number): Promise<void> {
    vi.advanceTimersByTime(ms)
    await settle()
    // The database's driver has its timers from the same clock: with nothing asked for a minute of it, it would hang up,
    // and wait for time to call again.
    await isReachable(this.#office.ctx)
  }

  /** The network is whole again, and everybody is signed in: until nothing more is on its way. */
  async quiet(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) {
      for (const request of this.network) if (!request.isServed) await request.serve()
      for (const request of this.network) if (!request.isForsaken) request.answer()
      this.network.length = 0
      await settle()
      for (const place of this.windows.keys()) {
        await this.#follow(place)
        if (this.at(place)?.autosave.getSnapshot().kind === 'signed-out') await this.retry(place)
      }
      await this.tick(11_000)
      if (this.network.length === 0) return
    }
    throw new Error('it never became quiet')
  }

  /** Everybody's windows close, and on each device the form is opened until nothing is found there any longer. */
  async comeBack(): Promise<void> {
    await this.quiet()
    for (const place of this.windows.keys()) await this.crash(place)
    for (const place of [0, 2]) {
      for (let turn = 0; turn < 10; turn += 1) {
        if (this.devices[place === 0 ? 0 : 1].records.size === 0) break
        await this.open(place)
        await this.quiet()
        const window = this.at(place)
        if (window === null) break
        await (turn % 2 === 0 ? this.keep() : this.take())
        if (hasOffer(window.recovery)) await this.press()
        await this.quiet()
        await this.crash(place)
      }
    }
  }

  /** The promise: whatever was typed is stored, was let go of by somebody who saw it, or is on a device still. */
  async judge(): Promise<void> {
    const found = await getInvoice(this.#office.ctx, this.invoiceId)
    const stored = found === null ? new Set<string>() : tokensOf(found.invoice.draft)
    const kept = this.devices.flatMap(({ records }) =>
      [...records.values()].map(({ draft }) => tokensOf(draft)),
    )
    expect(textOf(without(new Set(this.typed.keys()), stored, this.letGo, ...kept)), 'lost').toBe('')
    if (found?.invoice.state === 'draft') {
      expect(kept.map((tokens) => textOf(without(tokens, this.letGo, stored)))).toEqual(kept.map(() => ''))
    }
    if (this.sent === null) return
    const sent = await getInvoiceXml(this.#office.ctx, this.invoiceId)
    if (!sent?.ok) throw new Error('what was sent can be read')
    expect(textOf(tokensOfText(new TextDecoder().decode(sent.value.bytes)))).toBe(textOf(this.sent))
  }
}
