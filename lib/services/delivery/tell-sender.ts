import type { Transaction } from '#db/client.ts'
import { findInvoiceVersion } from '#db/queries/invoice-versions.ts'
import { findInvoice } from '#db/queries/invoices.ts'
import { findUser } from '#db/queries/users.ts'
import { uuidV5 } from '#lib/core/ids.ts'
import type { Platform } from '#lib/services/context.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'

/** What a sender is told by mail of an invoice (K30). */
type News = 'invoice-delivered' | 'invoice-failed' | 'invoice-rejected' | 'invoice-no-receipt'

/**
 * Writes to whoever sent a version, in the transaction in which it happens: the letter goes if and only if that
 * commits, and once for each version. Of *Klar* only who chose it is told; nobody who is no longer with the company.
 */
export async function tellSender(
  ctx: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  { tenantId, invoiceId, version }: { tenantId: string; invoiceId: string; version: number },
  letter: News,
  words: Readonly<Record<string, string>> = {},
): Promise<void> {
  const sent = await findInvoiceVersion(tx, tenantId, invoiceId, version)
  const invoice = await findInvoice(tx, tenantId, invoiceId)
  const sender = sent && (await findUser(tx, sent.frozenBy))
  if (!invoice || sender?.companyId !== tenantId) return
  if (letter === 'invoice-delivered' && !sender.mailOnDelivered) return
  await queueMail(ctx, tx, {
    id: uuidV5(invoiceId, `${letter} ${version}`),
    letter,
    locale: sender.locale,
    recipient: sender.email,
    subjectId: invoiceId,
    params: { number: invoice.number ?? '', party: invoice.buyerName, ...words },
  })
}
