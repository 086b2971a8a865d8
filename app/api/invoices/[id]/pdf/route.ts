import { fileResponse } from '#app/_invoice/xml-response.ts'
import { contextFor } from '#app/_server/session.ts'
import { getInvoicePdf } from '#lib/services/pdf/read-pdf.ts'

/** The PDF of a sent invoice, to save. 404 for anybody whose it is not, 503 while the worker makes it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const ctx = await contextFor('supplier')
  const { id } = await params
  return fileResponse(ctx ? await getInvoicePdf(ctx, id) : null)
}
