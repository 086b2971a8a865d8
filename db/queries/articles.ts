import { and, desc, eq, inArray, isNotNull, isNull, like, or, sql } from 'drizzle-orm'
import type { Connection, Transaction } from '../client.ts'
import { articles } from '../schema/articles.ts'

/** Waits until no other transaction remembers articles of the tenant, and keeps others waiting until this one ends. */
export async function lockArticles(tx: Transaction, tenantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`articles:${tenantId}`}, 0))`)
}

/** An article as it is written: what is known of it now. */
export type ArticleRow = Omit<
  typeof articles.$inferInsert,
  'tenantId' | 'timesUsed' | 'lastUsedAt' | 'lastCustomerId' | 'forgottenAt'
>

const excluded = (column: { name: string }) => sql.raw(`excluded.${column.name}`)

/**
 * Adds articles and brings those that are known up to date. `counts` false: an invoice that was counted before. One
 * that was forgotten begins anew. The tenant's lock is held.
 */
export async function upsertArticles(
  tx: Transaction,
  tenantId: string,
  rows: readonly ArticleRow[],
  use: { at: Date; customerId: string | null; counts: boolean },
): Promise<void> {
  if (rows.length === 0) return
  const { timesUsed, forgottenAt } = articles
  await tx
    .insert(articles)
    .values(
      rows.map((row) => ({
        tenantId,
        ...row,
        timesUsed: 1,
        lastUsedAt: use.at,
        lastCustomerId: use.customerId,
      })),
    )
    .onConflictDoUpdate({
      target: [articles.tenantId, articles.nameKey, articles.sellerItemId],
      set: {
        itemName: excluded(articles.itemName),
        unit: excluded(articles.unit),
        unitPrice: excluded(articles.unitPrice),
        baseQuantity: excluded(articles.baseQuantity),
        pricesIncludeVat: excluded(articles.pricesIncludeVat),
        currency: excluded(articles.currency),
        vatChoice: excluded(articles.vatChoice),
        exemptionReason: excluded(articles.exemptionReason),
        searchText: excluded(articles.searchText),
        timesUsed: sql`case when ${forgottenAt} is null then ${timesUsed} + ${use.counts ? 1 : 0} else 1 end`,
        lastUsedAt: excluded(articles.lastUsedAt),
        lastCustomerId: excluded(articles.lastCustomerId),
        forgottenAt: null,
      },
    })
}

/** Removes the articles not used for longest, all but `keep` of the tenant's. The tenant's lock is held. */
export async function deleteOldestArticles(tx: Transaction, tenantId: string, keep: number): Promise<void> {
  const oldest = tx
    .select({ id: articles.id })
    .from(articles)
    .where(eq(articles.tenantId, tenantId))
    .orderBy(desc(articles.lastUsedAt), desc(articles.id))
    .offset(keep)
  await tx.delete(articles).where(and(eq(articles.tenantId, tenantId), inArray(articles.id, oldest)))
}

/**
 * The tenant's articles whose search text has a word that begins with each of `words`, or with `whole`: those of the
 * customer first, then the last used; at most `limit`. Words are folded: letters and figures alone.
 */
export async function searchArticles(
  db: Connection,
  tenantId: string,
  of: { words: readonly string[]; whole: string; customerId: string | null; limit: number },
) {
  const begins = (word: string) => like(articles.searchText, `% ${word}%`)
  return db
    .select()
    .from(articles)
    .where(
      and(
        eq(articles.tenantId, tenantId),
        isNull(articles.forgottenAt),
        or(and(...of.words.map(begins)), begins(of.whole)),
      ),
    )
    .orderBy(
      sql`${articles.lastCustomerId} is not distinct from ${of.customerId}::uuid desc`,
      desc(articles.lastUsedAt),
      desc(articles.id),
    )
    .limit(of.limit)
}

/** Forgets an article (`at`) or brings it back (null). False when the tenant has no such one to forget or bring back. */
export async function setArticleForgotten(
  tx: Transaction,
  tenantId: string,
  articleId: string,
  at: Date | null,
): Promise<boolean> {
  const before = at === null ? isNotNull(articles.forgottenAt) : isNull(articles.forgottenAt)
  const changed = await tx
    .update(articles)
    .set({ forgottenAt: at })
    .where(and(eq(articles.tenantId, tenantId), eq(articles.id, articleId), before))
    .returning({ id: articles.id })
  return changed.length === 1
}
