import type { PeppolId } from '#lib/party/peppol-id.ts'

/** A document on its way into the Peppol network. */
export type OutgoingDocument = {
  /** Fixed once for the delivery, the same however often it is submitted: the SBDH's instance identifier. */
  readonly messageId: string
  readonly kind: 'invoice' | 'credit-note'
  readonly sender: PeppolId
  readonly receiver: PeppolId
  /** The sender's country, ISO 3166-1. */
  readonly country: string
  readonly xml: Uint8Array
}

/**
 * What came of submitting. `taken`: it was sent into the network. `refused`: what was asked cannot be read, and will
 * not be however often it is asked. `again`: not sent, or nobody knows; ask for its status before submitting again.
 */
export type Submission =
  | { readonly answer: 'taken' }
  | { readonly answer: 'refused'; readonly code: string }
  | Again

/** Where a document stands at the access point. */
export type Standing =
  /** On its way there; at `failed` it tries again by itself. */
  | { readonly at: 'underway'; readonly nextRetryAt: Date | null }
  /** Handed to the receiver's access point, which has not answered yet, or does not answer (`isFinal`). */
  | { readonly at: 'sent'; readonly isFinal: boolean }
  /** The receiver's access point has it: delivered, or taken in without confirming the delivery. */
  | { readonly at: 'received'; readonly delivery: 'confirmed' | 'unconfirmed' }
  /** It will not arrive. `by`: the access point gave up, or the receiver's one said no. */
  | { readonly at: 'refused'; readonly by: 'access-point' | 'receiver'; readonly reason: string }

/** What it says of a document: where it stands, that it never heard of it, or nothing that can be used. */
export type StatusAnswer =
  | { readonly answer: 'known'; readonly standing: Standing }
  | { readonly answer: 'unknown' }
  | Again

/** No answer to build on. `afterSeconds`: how long it wants to be left alone, where it says so. */
export type Again = { readonly answer: 'again'; readonly code: string; readonly afterSeconds: number | null }

/** The way into the Peppol network. Neither call throws: an answer that does not come is an answer. */
export type AccessPoint = {
  readonly submit: (document: OutgoingDocument) => Promise<Submission>
  readonly status: (messageId: string) => Promise<StatusAnswer>
}
