import type { DeliveryReceipt } from '#db/schema/invoices.ts'

/** What came of an attempt, or of asking about one. */
export type Outcome =
  /** *Klar*: the receiving side has it. */
  | { readonly state: 'delivered'; readonly receipt: DeliveryReceipt }
  /** The access point has sent it; whether it arrived is not known yet. `isFinal`: nobody will say. */
  | { readonly state: 'handed-over'; readonly isFinal: boolean }
  /** The recipient's mail server has the letter. No *Klar*: that it was read by anybody is not known. */
  | { readonly state: 'mailed' }
  /** It may have arrived, and nobody can be asked: it never goes again by itself. */
  | { readonly state: 'uncertain'; readonly code: string }
  /** It will not arrive this way. `reason`: the other side's own words, for people. */
  | { readonly state: 'failed'; readonly code: string; readonly reason: string }
  /** Not yet, or nobody knows. `afterSeconds`: how long to wait at least. */
  | { readonly state: 'retrying'; readonly code: string; readonly afterSeconds: number | null }

/** What an access point can say: it can be asked again, so nothing is uncertain at once. */
export type NetworkOutcome = Exclude<Outcome, { readonly state: 'mailed' | 'uncertain' }>
