/** Where an invoice stands. `ready`: number taken and content frozen, waiting to be sent. */
export const invoiceStates = ['draft', 'ready', 'sent', 'answered', 'rejected', 'failed', 'voided'] as const

/** Where an invoice stands. */
export type InvoiceState = (typeof invoiceStates)[number]

/** Where one delivery stands; there is one for each version sent. `delivered` is *Klar*: the receiving side confirmed. */
export const deliveryStates = [
  'queued',
  'sending',
  'retrying',
  'handed-over',
  'delivered',
  'uncertain',
  'failed',
  'cancelled',
  'mailed',
] as const

/** Where one delivery stands. */
export type DeliveryState = (typeof deliveryStates)[number]

/** A life cycle: from each state, the states that may follow. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>

/**
 * The life cycle of an invoice. `sent → ready` is the undo before the first byte leaves; `ready → draft` takes back;
 * `rejected` and `voided` are ends: what follows is another invoice. The database's trigger is made of this table.
 */
export const invoiceTransitions: Transitions<InvoiceState> = {
  draft: ['ready', 'voided'],
  ready: ['draft', 'sent'],
  sent: ['ready', 'answered', 'rejected', 'failed'],
  answered: ['answered', 'rejected'],
  rejected: [],
  failed: ['draft'],
  voided: [],
}

/**
 * The life cycle of a delivery. `cancelled` only before anything left. After `uncertain` (the outcome is unknown) a
 * person may send the same bytes again, or the answer arrives late. The database's trigger is made of this table.
 */
export const deliveryTransitions: Transitions<DeliveryState> = {
  queued: ['sending', 'cancelled'],
  sending: ['handed-over', 'delivered', 'mailed', 'retrying', 'uncertain', 'failed'],
  retrying: ['sending', 'failed'],
  'handed-over': ['delivered', 'failed'],
  delivered: [],
  uncertain: ['sending', 'handed-over', 'delivered', 'mailed', 'failed'],
  failed: [],
  cancelled: [],
  mailed: ['failed'],
}

/** Tells whether a life cycle allows a step. */
export function canMove<State extends string>(table: Transitions<State>, from: State, to: State): boolean {
  return table[from].includes(to)
}
