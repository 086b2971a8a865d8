import type { Transaction } from '#db/client.ts'
import { findAnswered, findDelivery, moveDelivery } from '#db/queries/deliveries.ts'
import { listInvoiceEvents } from '#db/queries/invoice-versions.ts'
import { lockInvoice } from '#db/queries/invoices.ts'
import { continueAsTenant, withAnswer } from '#db/with-tenant.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { answerKey } from '#lib/invoice/answer-key.ts'
import type { Answer } from '#lib/invoice/answers.ts'
import type { Platform } from '#lib/services/context.ts'
import { readInvoiceResponse } from '#lib/ubl/read-response.ts'
import { noteOutcome } from './note-outcome.ts'
import { recordAnswer } from './record-answer.ts'

/** UNCL4343 → what the supplier is shown. Received (AB) and in process (IP) say nothing that *Klar* does not. */
const answers: Readonly<Record<string, Answer>> = {
  AP: 'accepted',
  CA: 'accepted',
  UQ: 'under-query',
  RE: 'rejected',
  PD: 'paid',
}

const mostText = 1_000

/**
 * An Invoice Response that the access point forwards (K28): on the supplier's timeline at once, as an answer in the
 * portal is, and *Klar* where nobody had confirmed that the invoice arrived. Forwarded again it changes nothing. `unreadable`: not to be sent again; `ignored`: nothing here that it
 * answers, or nothing that the supplier needs to know.
 */
export async function receiveResponse(
  ctx: Pick<Platform, 'db' | 'clock' | 'jobs' | 'log'>,
  bytes: Uint8Array,
): Promise<Result<'recorded' | 'ignored', 'unreadable'>> {
  const read = readInvoiceResponse(bytes)
  if (!read.ok && read.code !== 'no-response') {
    ctx.log.warn({ problem: read.code }, 'a document from the network cannot be read')
    return fail('unreadable')
  }
  if (!read.ok) return succeed('ignored')
  const { id, from, to, invoiceNumber, code, text } = read.value
  const answer = answers[code]
  const key = answerKey({ seller: to, buyer: from, number: invoiceNumber })
  if (answer === undefined) return succeed('ignored')
  return withAnswer(ctx.db, key, async (tx) => {
    const sent = await findAnswered(tx, key)
    if (sent === null) {
      ctx.log.warn({ responseId: id }, 'an answer from the network names no invoice')
      return succeed('ignored')
    }
    await continueAsTenant(tx, sent.tenantId)
    // Locked: of the same answer twice at once, the second finds the first.
    const invoice = await lockInvoice(tx, sent.tenantId, sent.invoiceId)
    const events = await listInvoiceEvents(tx, sent.tenantId, sent.invoiceId)
    if (!invoice || events.some(({ evidence }) => evidence.responseId === id)) return succeed('ignored')
    await noteReceipt(ctx, tx, sent, id)
    await recordAnswer(ctx, tx, sent, {
      answer,
      text: text.slice(0, mostText),
      by: invoice.buyerName,
      evidence: { messageId: sent.messageId, responseId: id, responseCode: code },
    })
    return succeed('recorded')
  })
}

/** Who answers has it: a version that was handed over, or of which nobody knew, is *Klar*. */
async function noteReceipt(
  ctx: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  { tenantId, deliveryId }: { tenantId: string; deliveryId: string },
  receiptId: string,
): Promise<void> {
  const found = await findDelivery(tx, tenantId, deliveryId)
  const from = found?.delivery.state
  if (!found || (from !== 'handed-over' && from !== 'uncertain')) return
  const receipt = { receiptId, sha256: found.xmlHash, delivery: 'confirmed' } as const
  const outcome = { state: 'delivered', receipt } as const
  const isMoved = await moveDelivery(tx, tenantId, deliveryId, { from, outcome, now: ctx.clock.now() })
  if (isMoved) await noteOutcome(ctx, tx, found.delivery, 'delivered', receipt)
}
