import { type Random, randomOf, shuffled } from '../system/random.ts'
import { type Said, type Sender, webs } from '../system/sender.ts'
import type { Supplier } from '../system/suppliers.ts'
import type { WebName } from '../system/system.ts'

/** *Skicka* pressed once, on these invoices. `said`: null when nothing was answered. */
export type Press = {
  readonly web: WebName
  readonly invoiceIds: readonly string[]
  readonly began: number
  readonly ended: number
  readonly said: Said | null
}

/** The presses that were made at once, on invoices that nobody pressed before. */
export type Round = { readonly invoiceIds: readonly string[]; readonly presses: readonly Press[] }

/** How many invoices a round is about, in turn. */
const sizes = [1, 2, 3, 4]

/** How many invoices this many rounds are about. A multiple of twenty rounds leaves no supplier's fifty in pieces. */
export function invoicesOf(rounds: number): number {
  return Array.from({ length: rounds }, (_, index) => sizeOf(index)).reduce((sum, size) => sum + size, 0)
}

function sizeOf(round: number): number {
  return sizes[round % sizes.length] ?? 1
}

/**
 * Makes every round, one after the other: from two to twenty presses at once, at both web processes in turn, half of
 * the rounds all on the same invoices and half on sets that overlap, each in an order of its own. `tell`: after each.
 */
export async function makeRounds(
  suppliers: readonly { supplier: Supplier; sender: Sender }[],
  seed: string,
  tell: (round: Round) => void,
): Promise<Round[]> {
  const random = randomOf(`${seed} rounds`)
  const rounds: Round[] = []
  for (const { supplier, sender } of suppliers) {
    // The two sessions are there before anybody presses.
    for (const web of webs) await sender.browser(web)
    for (let from = 0; from < supplier.invoiceIds.length; ) {
      const invoiceIds = supplier.invoiceIds.slice(from, from + sizeOf(rounds.length))
      from += invoiceIds.length
      const presses = await Promise.all(
        plan(invoiceIds, random).map((some, index) => pressOnce(sender, webs[index % 2] ?? 'web-1', some)),
      )
      const round = { invoiceIds, presses }
      rounds.push(round)
      tell(round)
    }
  }
  return rounds
}

/** What each press of a round is on; the first is on everything, so that nothing is left over. */
function plan(invoiceIds: readonly string[], random: Random): string[][] {
  const presses = 2 + Math.floor(random() * 19)
  const isSame = random() < 0.5
  return Array.from({ length: presses }, (_, index) => {
    const most = isSame || index === 0 ? invoiceIds.length : 1 + Math.floor(random() * invoiceIds.length)
    return shuffled(invoiceIds, random).slice(0, most)
  })
}

async function pressOnce(sender: Sender, web: WebName, invoiceIds: readonly string[]): Promise<Press> {
  const began = Date.now()
  const said = await sender.press(web, invoiceIds)
  return { web, invoiceIds, began, ended: Date.now(), said }
}
