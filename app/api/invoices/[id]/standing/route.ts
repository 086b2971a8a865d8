import { contextFor } from '#app/_server/session.ts'
import { getStanding } from '#lib/services/invoices/read-invoices.ts'

/** Where an invoice stands now, for a page that shows it to notice that something has happened. 404 for anybody whose it is not. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const ctx = await contextFor('supplier')
  const standing = ctx ? await getStanding(ctx, (await params).id) : null
  return Response.json(standing === null ? {} : { standing }, {
    status: standing === null ? 404 : 200,
    headers: { 'Cache-Control': 'private, no-store' },
  })
}
