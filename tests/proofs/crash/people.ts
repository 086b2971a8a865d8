import { setTimeout as sleep } from 'node:timers/promises'
import { password } from '../isolation/belongings.ts'
import { type Answer, Visitor } from '../isolation/http.ts'
import type { Surfaces } from '../isolation/surfaces.ts'
import { type Random, shuffled } from './random.ts'
import type { Supplier } from './suppliers.ts'
import type { System, WebName } from './system.ts'

/** *Skicka* pressed once. `isAnswered`: each invoice was said to be sent, now or before. */
export type Press = {
  readonly web: WebName
  readonly began: number
  readonly ended: number
  readonly isAnswered: boolean
}

/** How many presses each web process has to answer at this moment. */
export type UnderWay = Map<WebName, number>

const invoicesAPress = 5
const webs: readonly WebName[] = ['web-1', 'web-2']
/** What makes a person press again; anything else that is said of an invoice is an answer that must not come. */
const notNow = ['broken', 'store-away']

/** A supplier's user at two browsers, one for each web process. */
export class Person {
  readonly #system: System
  readonly #supplier: Supplier
  readonly #signIn: string
  readonly #send: string
  readonly #visitors = new Map<WebName, Visitor>()
  readonly #underWay: UnderWay

  constructor(system: System, supplier: Supplier, { actions }: Surfaces, underWay: UnderWay) {
    const idOf = (name: string) => actions.find((action) => action.name === name)?.id ?? ''
    this.#system = system
    this.#underWay = underWay
    this.#supplier = supplier
    this.#signIn = idOf('signInAction')
    this.#send = idOf('sendInvoicesAction')
  }

  /** A browser that is signed in at this web process. Rejects when that does not answer. */
  async browser(web: WebName): Promise<Visitor> {
    const known = this.#visitors.get(web)
    if (known) return known
    const visitor = new Visitor(this.#system.origins[web])
    const fields = { email: this.#supplier.email, password }
    const answer = await visitor.act('/sign-in', this.#signIn, fields)
    if (answer.redirect === '') throw new Error(`cannot sign in: ${answer.status}`)
    this.#visitors.set(web, visitor)
    return visitor
  }

  /**
   * Sends all invoices, a few with each press, at moments from now on within `withinMs`. What got no answer is pressed
   * again, until `isOver`. Gives every press.
   */
  async sendAll(random: Random, withinMs: number, isOver: () => boolean): Promise<Press[]> {
    const began = Date.now()
    const invoiceIds = shuffled(this.#supplier.invoiceIds, random)
    const batches = Array.from({ length: Math.ceil(invoiceIds.length / invoicesAPress) }, (_, index) => ({
      invoiceIds: invoiceIds.slice(index * invoicesAPress, (index + 1) * invoicesAPress),
      at: began + random() * withinMs,
      web: random() < 0.5 ? 0 : 1,
    })).sort((a, b) => a.at - b.at)
    const presses: Press[] = []
    for (const batch of batches) {
      await sleep(Math.max(0, batch.at - Date.now()))
      for (let tries = 0; !isOver(); tries += 1) {
        // Whoever gets no answer tries where there is one.
        const press = await this.#press(webs[(batch.web + tries) % 2] ?? 'web-1', batch.invoiceIds)
        presses.push(press)
        if (press.isAnswered) break
        await sleep(300)
      }
    }
    return presses
  }

  async #press(web: WebName, invoiceIds: readonly string[]): Promise<Press> {
    const began = Date.now()
    this.#underWay.set(web, (this.#underWay.get(web) ?? 0) + 1)
    const answer = await this.browser(web)
      .then((visitor) => visitor.act('/send', this.#send, { 'invoiceIds[]': invoiceIds }))
      .catch(() => null)
    this.#underWay.set(web, (this.#underWay.get(web) ?? 0) - 1)
    if (answer?.redirect.includes('/sign-in')) this.#visitors.delete(web)
    const isAnswered = answer !== null && isSent(answer, invoiceIds)
    return { web, began, ended: Date.now(), isAnswered }
  }
}

/** Whether each of them is said to be sent. Throws when one is refused. */
function isSent({ text }: Answer, invoiceIds: readonly string[]): boolean {
  const problems = invoiceIds.map((id) => problemOf(text, id))
  const refused = problems.find((problem) => !['', 'already-sent', 'unsaid', ...notNow].includes(problem))
  if (refused) throw new Error(`an invoice was refused: ${refused}`)
  return problems.every((problem) => problem === '' || problem === 'already-sent')
}

/** What the answer says of an invoice: '' when it was sent. */
function problemOf(text: string, invoiceId: string): string {
  const said = new RegExp(`"invoiceId":"${invoiceId}","number":"[^"]*","problem":(?:null|"([\\w-]+)")`).exec(
    text,
  )
  return said === null ? 'unsaid' : (said[1] ?? '')
}
