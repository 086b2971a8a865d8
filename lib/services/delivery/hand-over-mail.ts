import { findInvoice } from '#db/queries/invoices.ts'
import { findPdf } from '#db/queries/pdfs.ts'
import { withTenant } from '#db/with-tenant.ts'
import type { Posted } from '#lib/adapters/mail/mailer.ts'
import { readVerified } from '#lib/adapters/storage/read-verified.ts'
import { documentLanguageOf } from '#lib/invoice/document-words.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import { writeInvoiceLetter } from '#lib/mail/invoice-letter.ts'
import type { Platform } from '#lib/services/context.ts'
import { makePdf } from '#lib/services/pdf/make-pdf.ts'
import type { Attempt } from './attempt.ts'
import type { Outcome } from './outcome.ts'

/**
 * Sends a version as a letter with its PDF and the exact bytes. A mail server cannot be asked what it has taken, so a
 * letter goes only where it certainly has not gone before: from the queue, or after an attempt that was refused. Where
 * the attempt before left no outcome, or all of the letter was sent and no answer came, it is uncertain and stays so.
 */
export async function handOverByMail(ctx: Platform, attempt: Attempt, xml: Uint8Array): Promise<Outcome> {
  const { delivery, from } = attempt
  const { recipientEmail, messageId } = delivery
  if (from !== 'queued' && from !== 'retrying') return { state: 'uncertain', code: 'letter-unknown' }
  if (ctx.mailer === undefined || recipientEmail === null)
    return { state: 'retrying', code: 'hand-over-failed', afterSeconds: null }
  const paper = await readPaper(ctx, attempt)
  if (paper === null) return { state: 'failed', code: 'bytes-changed', reason: '' }
  const invoice = invoiceFromJson(attempt.snapshot)
  const { email } = invoice.seller.contact
  const name = `faktura-${invoice.invoiceNumber.replaceAll('/', '-')}`
  const posted = await ctx.mailer.post(messageId, {
    to: recipientEmail,
    ...(email === '' ? {} : { replyTo: email }),
    ...writeInvoiceLetter(invoice, documentLanguageOf(paper.draft, invoice.buyer.address.country)),
    attachments: [
      { fileName: `${name}.pdf`, mimeType: 'application/pdf', bytes: paper.pdf },
      { fileName: `${name}.xml`, mimeType: 'application/xml', bytes: xml },
    ],
  })
  return outcomeOf(posted)
}

function outcomeOf(posted: Posted): Outcome {
  switch (posted.answer) {
    case 'taken':
      return { state: 'mailed' }
    case 'again':
      return { state: 'retrying', code: posted.code, afterSeconds: null }
    case 'refused':
      return { state: 'failed', code: posted.code, reason: posted.reason }
    case 'unclear':
      return { state: 'uncertain', code: 'letter-unknown' }
  }
}

/** The PDF of the version, made now where it was not yet, and the draft, which says its language. Null when it is corrupt. */
async function readPaper(ctx: Platform, { delivery }: Attempt) {
  const { tenantId, invoiceId, version, messageId } = delivery
  await makePdf(ctx, { tenantId, invoiceId, version })
  const found = await withTenant(ctx.db, tenantId, async (tx) => ({
    made: await findPdf(tx, tenantId, messageId),
    draft: (await findInvoice(tx, tenantId, invoiceId))?.draft,
  }))
  if (found.made === null || found.draft === undefined) return null
  const pdf = await readVerified(ctx.store, found.made.key, found.made.sha256, found.made.size)
  return pdf === 'corrupt' ? null : { pdf, draft: found.draft }
}
