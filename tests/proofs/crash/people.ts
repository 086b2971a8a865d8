import { setTimeout as sleep } from 'node:timers/promises'
import type { Surfaces } from '../isolation/surfaces.ts'
import { type Random, shuffled } from '../system/random.ts'
import { type Said, Sender, webs } from '../system/sender.ts'
import type { Supplier } from '../system/suppliers.ts'
import type { System, WebName } from '../system/system.ts'

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
/** What makes a person press again; anything else that is said of an invoice is an answer that must not come. */
const notNow = ['broken', 'store-away']

/** A supplier's user who sends everything, at whichever web process answers. */
export class Person extends Sender {
  readonly #invoiceIds: readonly string[]
  readonly #underWay: UnderWay

  constructor(system: System, supplier: Supplier, surfaces: Surfaces, underWay: UnderWay) {
    super(system, supplier, surfaces)
    this.#invoiceIds = supplier.invoiceIds
    this.#underWay = underWay
  }

  /**
   * Sends all invoices, a few with each press, at moments from now on within `withinMs`. What got no answer is pressed
   * again, until `isOver`. Gives every press.
   */
  async sendAll(random: Random, withinMs: number, isOver: () => boolean): Promise<Press[]> {
    const began = Date.now()
    const invoiceIds = shuffled(this.#invoiceIds, random)
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
        const press = await this.#pressOnce(webs[(batch.web + tries) % 2] ?? 'web-1', batch.invoiceIds)
        presses.push(press)
        if (press.isAnswered) break
        await sleep(300)
      }
    }
    return presses
  }

  async #pressOnce(web: WebName, invoiceIds: readonly string[]): Promise<Press> {
    const began = Date.now()
    this.#underWay.set(web, (this.#underWay.get(web) ?? 0) + 1)
    const said = await this.press(web, invoiceIds)
    this.#underWay.set(web, (this.#underWay.get(web) ?? 0) - 1)
    const isAnswered = said !== null && isSent(said)
    return { web, began, ended: Date.now(), isAnswered }
  }
}

/** Whether each of them is said to be sent. Throws when one is refused. */
function isSent(said: Said): boolean {
  const problems = [...said.values()]
  const refused = problems.find((problem) => !['', 'already-sent', 'unsaid', ...notNow].includes(problem))
  if (refused) throw new Error(`an invoice was refused: ${refused}`)
  return problems.every((problem) => problem === '' || problem === 'already-sent')
}
