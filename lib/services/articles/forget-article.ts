import { setArticleForgotten } from '#db/queries/articles.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'

type ArticleId = { articleId: string }

/** *Glöm*: the article is not offered any more. `unknown-article` when the company has no such one. */
export async function forgetArticle(
  ctx: TenantContext,
  { articleId }: ArticleId,
): Promise<Result<ArticleId, 'unknown-article'>> {
  return setForgotten(ctx, articleId, ctx.clock.now())
}

/** *Ångra* after *Glöm*. `unknown-article` when the company has not forgotten such a one. */
export async function recallArticle(
  ctx: TenantContext,
  { articleId }: ArticleId,
): Promise<Result<ArticleId, 'unknown-article'>> {
  return setForgotten(ctx, articleId, null)
}

async function setForgotten(
  ctx: TenantContext,
  articleId: string,
  at: Date | null,
): Promise<Result<ArticleId, 'unknown-article'>> {
  if (!isUuid(articleId)) return fail('unknown-article')
  const isDone = await withTenant(ctx.db, ctx.tenantId, (tx) =>
    setArticleForgotten(tx, ctx.tenantId, articleId, at),
  )
  return isDone ? succeed({ articleId }) : fail('unknown-article')
}
