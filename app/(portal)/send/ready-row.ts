import type { ChannelChoice } from '#lib/services/delivery/channel.ts'
import type { ReadyProblem } from '#lib/services/invoices/read-invoices.ts'

/** An invoice in the list; `problem` says in words why it cannot be sent now, with the way to mend it. */
export type ReadyRow = {
  id: string
  /** The draft it was made of, as the list shows it. */
  revision: number
  number: string
  isCreditNote: boolean
  buyerName: string
  dueDate: string
  amountDue: string
  currency: string
  files: number
  /** By which way it would leave; null when there is none. `address`: a letter's. */
  way: { channel: ChannelChoice['channel']; address: string } | null
  problem: ShownProblem | null
}

/** Why a row cannot be ticked. `fix` is absent where one can only wait. */
export type ShownProblem = {
  code: ReadyProblem['code']
  reason: string
  fix: { href: string; words: string } | null
}
