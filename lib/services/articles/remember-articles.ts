import type { Transaction } from '#db/client.ts'
import { deleteOldestArticles, lockArticles, upsertArticles } from '#db/queries/articles.ts'
import { newId } from '#lib/core/ids.ts'
import { articleKey, articleSearchText, articlesOf, maxArticles } from '#lib/invoice/articles.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'

/**
 * Remembers the lines of an invoice that goes on, to be offered again: part of *Gå vidare*, and with it all or
 * nothing. An invoice counts once for each article, however often it is taken back (`counts` false).
 */
export async function rememberArticles(
  tx: Transaction,
  tenantId: string,
  draft: InvoiceDraft,
  use: { at: Date; customerId: string | null; counts: boolean },
): Promise<void> {
  const rows = articlesOf(draft).map((facts) => ({
    ...facts,
    id: newId(),
    nameKey: articleKey(facts.itemName),
    searchText: articleSearchText(facts),
  }))
  if (rows.length === 0) return
  await lockArticles(tx, tenantId)
  await upsertArticles(tx, tenantId, rows, use)
  await deleteOldestArticles(tx, tenantId, maxArticles)
}
