import { searchArticles } from '#db/queries/articles.ts'
import { withTenant } from '#db/with-tenant.ts'
import { todayInStockholm } from '#lib/core/dates.ts'
import { parseDecimal, toShortestText, zero } from '#lib/core/decimal.ts'
import { isUuid } from '#lib/core/ids.ts'
import { type Article, rankArticles, searchWords } from '#lib/invoice/articles.ts'
import type { TenantContext } from '#lib/services/context.ts'

/** Of so many that match are the best found: the customer's own and the last used. */
const mostRanked = 200

/** The company's articles that match what was typed in *Benämning*, the best first, at most eight. */
export async function findArticles(
  ctx: TenantContext,
  { typed, customerId }: { typed: string; customerId: string },
): Promise<readonly Article[]> {
  const { words, whole } = searchWords(typed)
  if (words.length === 0) return []
  const search = { words, whole, customerId: isUuid(customerId) ? customerId : null, limit: mostRanked }
  const rows = await withTenant(ctx.db, ctx.tenantId, (tx) => searchArticles(tx, ctx.tenantId, search))
  const articles = rows.map((row) => ({
    id: row.id,
    itemName: row.itemName,
    sellerItemId: row.sellerItemId,
    unit: row.unit,
    unitPrice: toShortestText(parseDecimal(row.unitPrice) ?? zero),
    baseQuantity: row.baseQuantity,
    pricesIncludeVat: row.pricesIncludeVat,
    currency: row.currency,
    vatChoice: row.vatChoice,
    exemptionReason: row.exemptionReason,
    timesUsed: row.timesUsed,
    lastUsedOn: todayInStockholm(row.lastUsedAt),
    lastCustomerId: row.lastCustomerId ?? '',
  }))
  return rankArticles(articles, typed, { customerId, today: todayInStockholm(ctx.clock.now()) })
}
