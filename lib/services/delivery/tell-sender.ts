import type { Transaction } from '#db/client.ts'
import { findDeliveryOfVersion } from '#db/queries/deliveries.ts'
import { findInvoiceVersion } from '#db/queries/invoice-versions.ts'
import { findInvoice } from '#db/queries/invoices.ts'
import { findUser } from '#db/queries/users.ts'
import { uuidV5 } from '#lib/core/ids.ts'
import type { Platform } from '#lib/services/context.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'
import { planDigest } from './plan-digest.ts'

/** What a sender is told by mail of an invoice (K30). */
type News = 'invoice-delivered' | 'invoice-failed' | 'invoice-rejected' | 'invoice-no-receipt'

/** A letter about a version, which is written once. */
export function newsId(letter: News, { invoiceId, version }: { invoiceId: string; version: number }): string {
  return uuidV5(invoiceId, `${letter} ${version}`)
}

/**
 * Writes to whoever sent a version, in the transaction in which it happens: the letter goes if and only if that
 * commits, and once for each version. Of *Klar* only who chose it is told, at once or with all else of the day; nobody
 * who is no longer with the company.
 */
export async function tellSender(
  ctx: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  of: { tenantId: string; invoiceId: string; version: number },
  letter: News,
  words: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { tenantId, invoiceId, version } = of
  const sent = await findInvoiceVersion(tx, tenantId, invoiceId, version)
  const invoice = await findInvoice(tx, tenantId, invoiceId)
  const sender = sent && (await findUser(tx, sent.frozenBy))
  if (!invoice || sender?.companyId !== tenantId) return
  if (letter === 'invoice-delivered' && sender.mailChoice === 'none') return
  if (letter === 'invoice-delivered' && sender.mailChoice === 'daily') {
    // By the instant that is stored: the letter finds it by that.
    const at = (await findDeliveryOfVersion(tx, tenantId, invoiceId, version))?.deliveredAt
    if (at) await planDigest(ctx, tx, { tenantId, userId: sender.id }, at)
    return
  }
  await queueMail(ctx, tx, {
    id: newsId(letter, of),
    letter,
    locale: sender.locale,
    recipient: sender.email,
    subjectId: invoiceId,
    params: { number: invoice.number ?? '', party: invoice.buyerName, ...words },
  })
}
