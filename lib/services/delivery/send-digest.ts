import type { Transaction } from '#db/client.ts'
import type { Jobs } from '#db/jobs.ts'
import { countInvoices } from '#db/queries/invoices.ts'
import { findWritten } from '#db/queries/mails.ts'
import { countSentInvoices, listDeliveredOf } from '#db/queries/sent-invoices.ts'
import { findUser } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isoDateOf } from '#lib/core/dates.ts'
import type { Platform } from '#lib/services/context.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'
import { digestId, digestSpan } from './plan-digest.ts'
import { newsId } from './tell-sender.ts'

/** So many invoices a letter lists; of the rest it says how many they are. */
const mostListed = 50

/**
 * Writes to a user of what they sent that became *Klar* in a day, as they choose by now: one letter, a letter for each,
 * or none (K30). What a letter has told already is not told again, however often this is repeated. In one transaction.
 */
export async function sendDigest(ctx: Platform, job: Jobs['send-digest']): Promise<void> {
  const { tenantId, userId } = job
  const day = isoDateOf(job.day)
  const id = digestId(userId, day)
  await withTenant(ctx.db, tenantId, async (tx) => {
    const user = await findUser(tx, userId)
    if (user?.companyId !== tenantId || user.mailChoice === 'none') return
    const delivered = (await listDeliveredOf(tx, tenantId, { sentBy: userId, ...digestSpan(day) })).map(
      (row) => ({ ...row, mailId: newsId('invoice-delivered', row) }),
    )
    const told = await findWritten(tx, [id, ...delivered.map(({ mailId }) => mailId)])
    const news = delivered.filter(({ mailId }) => !told.has(mailId))
    if (told.has(id) || news.length === 0) return
    const to = { locale: user.locale, recipient: user.email }
    if (user.mailChoice === 'each') {
      for (const { mailId, invoiceId, number, buyerName } of news)
        await queueMail(ctx, tx, {
          ...to,
          id: mailId,
          letter: 'invoice-delivered',
          subjectId: invoiceId,
          params: { number: number ?? '', party: buyerName },
        })
      return
    }
    await queueMail(ctx, tx, {
      ...to,
      id,
      letter: 'invoices-delivered',
      params: {
        day,
        count: String(news.length),
        more: String(Math.max(0, news.length - mostListed)),
        ...(await countWaiting(tx, tenantId)),
      },
      items: news.slice(0, mostListed).map(({ kind, number, buyerName, amountDue, currency }) => ({
        kind,
        number: number ?? '',
        party: buyerName,
        amount: amountDue ?? '0',
        currency,
      })),
    })
  })
}

/** What the company still waits for, as its pages count it. */
async function countWaiting(tx: Transaction, tenantId: string): Promise<Record<string, string>> {
  return {
    underWay: String(await countSentInvoices(tx, tenantId, 'under-way')),
    ready: String((await countInvoices(tx, tenantId)).get('ready') ?? 0),
    failed: String(await countSentInvoices(tx, tenantId, 'failed')),
  }
}
