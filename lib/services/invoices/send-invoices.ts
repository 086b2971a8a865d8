import { findInvoices, lockInvoices } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { failpoint } from '#lib/adapters/failpoint.ts'
import { describeError } from '#lib/adapters/log.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { dropObject } from '#lib/services/attachments/stored-file.ts'
import type { ActingContext } from '#lib/services/context.ts'
import { freezeAndQueue, type Written } from './freeze-and-queue.ts'
import { isSame, readSendables, type Sendable, type StandingProblem } from './read-sendables.ts'
import { type DocumentProblem, writeDocument } from './write-document.ts'

/**
 * Why an invoice is not sent; it stays where it is. `already-sent` is what the second of two presses gets; `changed`,
 * who was shown another revision of it.
 */
export type SendProblem = 'broken' | 'unknown' | 'changed-since' | StandingProblem | DocumentProblem

/** What became of one invoice of a batch. `rules`: those it breaks, when it is `not-valid`. */
export type SendOutcome = {
  invoiceId: string
  number: string
  problem: SendProblem | null
  rules?: readonly string[]
}

/**
 * *Skicka* (S37): gives a result for each invoice; one that cannot be sent does not stop the others. Pressing again is
 * safe: an invoice that has been sent is not sent again. `seen`: the revision of each that the sender was shown, where
 * it is known.
 */
export async function sendInvoices(
  ctx: ActingContext,
  invoiceIds: readonly string[],
  seen: ReadonlyMap<string, number> = new Map(),
): Promise<SendOutcome[]> {
  const wanted = [...new Set(invoiceIds)]
  const known = wanted.filter(isUuid)
  const press: Press = { seen, isStoreAway: false }
  const results = new Map<string, SendResult>()
  for (let from = 0; from < known.length; from += together) {
    const some = await sendOrExplain(ctx, press, known.slice(from, from + together))
    for (const [invoiceId, result] of some) results.set(invoiceId, result)
  }
  return wanted.map((invoiceId) => {
    const sent = results.get(invoiceId) ?? fail('unknown')
    return {
      invoiceId,
      number: sent.ok ? sent.value.number : (sent.details?.number ?? ''),
      problem: sent.ok ? null : sent.code,
      ...(!sent.ok && sent.details?.rules && { rules: sent.details.rules }),
    }
  })
}

/** So many share a transaction: what a commit, a lock and a statement cost is paid once for all of them. */
const together = 25

/** So many documents are written and stored at once: each may hold twenty megabytes of files. */
const writtenAtOnce = 4

/** An invoice was changed while its document was made; more often than this in a row nobody changes one. */
const mostTries = 3

/** `isStoreAway`: it has not answered for one, and is not waited for again for each of the others. */
type Press = { readonly seen: ReadonlyMap<string, number>; isStoreAway: boolean }

type SendResult = Result<
  { number: string },
  SendProblem,
  { number: string; rules?: readonly string[] } | undefined
>

type Results = Map<string, SendResult>

/**
 * An unexpected error rolls back all that share a transaction: each is then tried for itself, from the start and with a
 * document of its own, and one that cannot be sent is its own outcome.
 */
async function sendOrExplain(
  ctx: ActingContext,
  press: Press,
  invoiceIds: readonly string[],
): Promise<Results> {
  try {
    return await sendTogether(ctx, press, invoiceIds)
  } catch (error) {
    const [invoiceId = ''] = invoiceIds
    const { tenantId } = ctx
    ctx.log.error({ tenantId, invoiceId, of: invoiceIds.length, ...describeError(error) }, 'sending broke')
    if (invoiceIds.length === 1) return new Map([[invoiceId, fail('broken')]])
    const results: Results = new Map()
    for (const each of invoiceIds) {
      for (const [id, result] of await sendOrExplain(ctx, press, [each])) results.set(id, result)
    }
    return results
  }
}

/**
 * Writes each whole document, judges its bytes and stores it, then one transaction: lock, check that each still is the
 * same invoice with the same files, freeze, the delivery with its message id fixed for ever, the job and the audit row.
 * The store is never waited for while a row is locked. What happens on the wire is the worker's, afterwards.
 */
async function sendTogether(
  ctx: ActingContext,
  press: Press,
  invoiceIds: readonly string[],
): Promise<Results> {
  const results: Results = new Map()
  let left = invoiceIds
  for (let tries = 1; tries <= mostTries && left.length > 0; tries += 1) {
    const sendables = await findSendable(ctx, press, left, results)
    const written = await writeAll(ctx, press, sendables, results)
    left = await storeTogether(ctx, written, results)
  }
  for (const invoiceId of left) results.set(invoiceId, fail('broken'))
  return results
}

/** Those that can be sent as they stand; the others have their result. */
async function findSendable(
  ctx: ActingContext,
  press: Press,
  invoiceIds: readonly string[],
  results: Results,
): Promise<Sendable[]> {
  const { found, standing } = await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await findInvoices(tx, ctx.tenantId, invoiceIds)
    return { found, standing: await readSendables(ctx, tx, found) }
  })
  return found.flatMap((invoice) => {
    const sendable = standing.get(invoice.id) ?? fail('unknown')
    const shown = press.seen.get(invoice.id)
    // A later one than the sender was shown; whoever changed it sends it. Later it is locked as it is here.
    const isChanged = shown !== undefined && invoice.revision !== shown
    if (sendable.ok && !isChanged) return sendable.value
    const known = { number: invoice.number ?? '' }
    results.set(invoice.id, fail(sendable.ok ? 'changed-since' : sendable.code, known))
    return []
  })
}

/** The documents of those that can be written, a few at a time; the others have their result. */
async function writeAll(
  ctx: ActingContext,
  press: Press,
  sendables: readonly Sendable[],
  results: Results,
): Promise<Written[]> {
  const waiting = [...sendables]
  const written: Written[] = []
  const writeNext = async () => {
    for (let sendable = waiting.shift(); sendable !== undefined; sendable = waiting.shift()) {
      const { invoice, files } = sendable
      const known = { number: invoice.number ?? '' }
      const document = press.isStoreAway
        ? fail('store-away')
        : await writeDocument(ctx, invoice.snapshot, files)
      if (document.ok) written.push({ sendable, document: document.value })
      else {
        if (document.code === 'store-away') press.isStoreAway = true
        const details = document.details ? { ...known, rules: document.details } : known
        results.set(invoice.id, fail(document.code, details))
      }
    }
  }
  await Promise.all(Array.from({ length: writtenAtOnce }, writeNext))
  return written
}

/** Sends those that still are what was written. Gives those that were changed meanwhile, to be written again. */
async function storeTogether(
  ctx: ActingContext,
  written: readonly Written[],
  results: Results,
): Promise<string[]> {
  if (written.length === 0) return []
  const idOf = ({ sendable }: Written) => sendable.invoice.id
  const moved: string[] = []
  const stored = new Map<string, SendResult>()
  await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const standing = await readSendables(ctx, tx, await lockInvoices(tx, ctx.tenantId, written.map(idOf)))
    const leaving: Written[] = []
    for (const { sendable, document } of written) {
      const { id, number } = sendable.invoice
      const known = { number: number ?? '' }
      const now = standing.get(id) ?? fail('unknown')
      if (!now.ok) stored.set(id, fail(now.code, known))
      else if (!isSame(sendable, now.value)) moved.push(id)
      else {
        leaving.push({ sendable: now.value, document })
        stored.set(id, succeed(known))
      }
    }
    await freezeAndQueue(ctx, tx, leaving)
    failpoint('send.before-commit')
  })
  failpoint('send.after-commit')
  for (const [id, result] of stored) results.set(id, result)
  // Nothing points to these documents, and nothing will.
  const dropped = written.filter((each) => stored.get(idOf(each))?.ok !== true)
  for (const { document } of dropped) await dropObject(ctx, document.key)
  return moved
}
