import { isFinal } from '../crash/verdict.ts'
import type { LetterLine } from '../mail-cut/sink.ts'
import type { LedgerLine } from '../system/access-point.ts'
import type { DeliveryRow, InboxRow } from '../system/records.ts'
import { type Check, type Counts, unlike } from '../system/sets.ts'
import type { FileRow, LetterRow } from './records.ts'

/** What lies in the store: what nothing named as the kills were over, and what was found after each sweep. */
export type StoreEvidence = {
  readonly orphansBefore: number
  /** By a sweep on the same day: nothing is that old. */
  readonly sweptAtOnce: number
  readonly orphansAfter: readonly string[]
  /** What a row names and is not there, or not with these bytes. */
  readonly missing: readonly string[]
}

/** Everything that is believed, as it stood at the end. */
export type Evidence = {
  readonly points: readonly string[]
  /** How often a process is to end at each. */
  readonly times: number
  /** The points at which one ended, in the order of their ends. */
  readonly hits: readonly string[]
  /** How often processes ended. */
  readonly ends: number
  /** Said to be sent. */
  readonly sent: readonly string[]
  /** Of each frozen version, its invoice. */
  readonly versions: readonly string[]
  readonly deliveries: readonly DeliveryRow[]
  readonly ledger: readonly LedgerLine[]
  readonly inbox: readonly InboxRow[]
  /** What the mail server took, and which letters there are but for those with an invoice. */
  readonly mail: readonly LetterLine[]
  readonly letters: readonly LetterRow[]
  /** Of each PDF, its version's message: one for the sender, one for a recipient here. */
  readonly pdfs: readonly string[]
  /** Said to be uploaded, and what is there. */
  readonly uploaded: readonly FileRow[]
  readonly files: readonly FileRow[]
  /** Everybody who registered, those who can sign in, those whose company is not whole, and how many companies are nobody's. */
  readonly newcomers: readonly string[]
  readonly signedIn: readonly string[]
  readonly halfMade: readonly string[]
  readonly strayCompanies: number
  readonly openJobs: number
  readonly stranded: readonly string[]
  readonly store: StoreEvidence
}

/** Judges by sets alone. An invoice is known to whoever took it by its bytes: no two invoices have the same. */
export function judge(evidence: Evidence): { checks: Check[]; counts: Counts } {
  const { points, times, hits, ends, newcomers, store } = evidence
  const { deliveries, ledger, inbox, mail, letters } = evidence
  const invoiceMail = mail.filter(({ sha256 }) => sha256 !== '')
  const accepted = Map.groupBy([...ledger, ...inbox, ...invoiceMail], ({ sha256 }) => sha256)
  const doubled = [...accepted].filter(([, all]) => all.length > 1)
  const lost = deliveries.filter((each) => each.state !== 'uncertain' && !accepted.has(each.sha256))
  const stuck = deliveries.filter((each) => !isFinal(each))
  const through = (channel: DeliveryRow['channel'], state: DeliveryRow['state']) =>
    deliveries.filter((each) => each.channel === channel && each.state === state)
  const receipts = (rows: readonly { messageId: string; sha256: string }[]) =>
    rows.map(({ messageId, sha256 }) => `${messageId} ${sha256}`)
  const fileNames = (rows: readonly FileRow[]) =>
    rows.map(({ invoiceId, fileName, sha256 }) => `${invoiceId} ${fileName} ${sha256}`)
  const hitsOf = (point: string) => hits.filter((each) => each === point).length
  const arrivals = (id: string) => mail.filter(({ messageId }) => messageId === id).length
  const unclear = through('email', 'uncertain')
  const mailed = receipts(through('email', 'mailed'))
  const papers = deliveries.flatMap(({ channel, messageId }) =>
    channel === 'inbox' ? [messageId, messageId] : [messageId],
  )
  const checks: Check[] = [
    {
      what: `a process ended at each of the ${points.length} failpoints, ${times} × each`,
      found: points.filter((point) => hitsOf(point) < times).map((point) => `${point}: ${hitsOf(point)} ×`),
    },
    {
      what: 'as many processes ended as there were failpoints to end at',
      found: ends === hits.length ? [] : [`${ends} ended at ${hits.length} failpoints`],
    },
    {
      what: 'each invoice that was said to be sent has one version and one delivery, and no other has',
      found: [
        ...unlike(evidence.sent, evidence.versions),
        ...unlike(
          evidence.sent,
          deliveries.map(({ invoiceId }) => invoiceId),
        ),
      ],
    },
    { what: 'no invoice is lost', found: lost.map((each) => `${each.messageId} is ${each.state}`) },
    {
      what: 'no invoice is accepted twice',
      found: doubled.map(([, all]) => `${all.length} × as ${all[0]?.messageId}`),
    },
    { what: 'no delivery is stuck', found: stuck.map((each) => `${each.messageId} is ${each.state}`) },
    {
      what: 'nothing is said to have failed, and nothing but a letter to be unclear',
      found: deliveries
        .filter((each) => each.state === 'failed' || (each.state === 'uncertain' && !unclear.includes(each)))
        .map((each) => `${each.messageId} is ${each.state}`),
    },
    {
      what: 'what was accepted is what the database says was delivered, byte for byte',
      found: [
        ...unlike([...new Set(receipts(ledger))], receipts(through('access-point', 'delivered'))),
        ...unlike(receipts(inbox), receipts(through('inbox', 'delivered'))),
        ...unlike(
          receipts(invoiceMail).filter(
            (each) => !unclear.some(({ messageId }) => each.startsWith(messageId)),
          ),
          mailed,
        ),
      ],
    },
    {
      what: 'each version has its PDF, with its sender and with a recipient here',
      found: unlike(papers, evidence.pdfs),
    },
    {
      what: 'each file that was said to be uploaded is there once, and no other is',
      found: unlike(fileNames(evidence.uploaded), fileNames(evidence.files)),
    },
    {
      what: 'everybody who registered has a whole company and signs in to it',
      found: [...unlike(newcomers, evidence.signedIn), ...evidence.halfMade],
    },
    {
      what: 'no company is nobody’s',
      found: evidence.strayCompanies === 0 ? [] : [`${evidence.strayCompanies} more than there are people`],
    },
    {
      what: 'each letter that was written has arrived',
      found: letters.filter(({ id, isSent }) => !isSent || arrivals(id) === 0).map(({ id }) => id),
    },
    {
      what: 'nothing is left to do, and nothing waits that nothing goes on with',
      found: [
        ...evidence.stranded,
        ...(evidence.openJobs === 0 ? [] : [`${evidence.openJobs} jobs are open`]),
      ],
    },
    { what: 'what a row names lies in the store, byte for byte', found: store.missing },
    { what: 'after the sweep nothing lies in the store that no row names', found: store.orphansAfter },
    {
      what: 'what is younger than a day is not swept',
      found: store.sweptAtOnce === 0 ? [] : [`${store.sweptAtOnce} were`],
    },
    // Without this the sweep has proved nothing.
    {
      what: 'the ends left something to sweep',
      found: store.orphansBefore > 0 ? [] : ['there was no orphan: this run proves nothing of the sweep'],
    },
  ]
  const counts = {
    failpoints: points.length,
    hits: hits.length,
    processesEnded: ends,
    invoices: evidence.sent.length,
    toInbox: inbox.length,
    toAccessPoint: new Set(ledger.map(({ messageId }) => messageId)).size,
    byMail: mailed.length,
    unclearLetters: unclear.length,
    lost: lost.length,
    acceptedTwice: doubled.length,
    stuck: stuck.length,
    neededSecondAttempt: deliveries.filter(({ attempts }) => attempts > 1).length,
    uploads: evidence.uploaded.length,
    registered: newcomers.length,
    letters: letters.length,
    // With the same Message-ID and the same link: nobody can ask a mail server what it has taken.
    lettersThatWentAgain: letters.filter(({ id }) => arrivals(id) > 1).length,
    orphansSwept: store.orphansBefore - store.orphansAfter.length,
    orphans: store.orphansAfter.length,
  }
  return { checks, counts: { ...counts, ...Object.fromEntries(points.map((each) => [each, hitsOf(each)])) } }
}
