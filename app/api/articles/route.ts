import { contextFor } from '#app/_server/session.ts'
import { articleSearch } from '#lib/forms/articles.ts'
import { findArticles } from '#lib/services/articles/find-articles.ts'

/**
 * The company's articles that match what is typed in *Benämning*. 400 for what is no search, 401 when signed out. A
 * Route Handler, for a server action would wait behind others.
 */
export async function GET(request: Request): Promise<Response> {
  const ctx = await contextFor('supplier')
  if (!ctx) return answer(401, { code: 'signed-out' })
  const asked = articleSearch.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) return answer(400, { code: 'unreadable' })
  const { q, customer } = asked.data
  return answer(200, { articles: await findArticles(ctx, { typed: q, customerId: customer }) })
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
