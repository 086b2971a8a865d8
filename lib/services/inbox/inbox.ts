import { countUnread, listInbox as findInbox, findInboxDocument, markOpened } from '#db/queries/inbox.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid, uuidV5 } from '#lib/core/ids.ts'
import type { TenantContext } from '#lib/services/context.ts'

const most = 200

/**
 * What the organisation has received, newest first, and how many of it all are unread. Every word of `text` must be
 * found in supplier, number or amount.
 */
export async function listInbox(ctx: TenantContext, text = '') {
  const words = text.replaceAll(',', '.').split(/\s+/).filter(Boolean)
  return withTenant(ctx.db, ctx.tenantId, async (tx) => ({
    documents: await findInbox(tx, ctx.tenantId, most, words),
    unread: await countUnread(tx, ctx.tenantId),
  }))
}

/**
 * One received document; null when it is not the organisation's. The first opening is noted and told to the
 * sender's timeline (*hämtad*).
 */
export async function openInboxDocument(ctx: TenantContext, documentId: string) {
  if (!isUuid(documentId)) return null
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await findInboxDocument(tx, ctx.tenantId, documentId)
    if (!found) return null
    const now = ctx.clock.now()
    if (await markOpened(tx, ctx.tenantId, documentId, now)) {
      await ctx.jobs.enqueue(tx, 'note-fetched', uuidV5(found.messageId, 'note-fetched'), {
        tenantId: found.senderTenantId,
        invoiceId: found.senderInvoiceId,
        version: found.senderVersion,
        messageId: found.messageId,
        at: now.toISOString(),
      })
    }
    return found
  })
}
