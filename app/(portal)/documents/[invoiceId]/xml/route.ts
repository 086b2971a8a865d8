import { fileResponse } from '#app/_invoice/xml-response.ts'
import { contextFor } from '#app/_server/session.ts'
import { getInvoiceXml } from '#lib/services/invoices/read-invoices.ts'

/** The exact bytes that were sent. 404 for anybody whose they are not. */
export async function GET(_request: Request, { params }: { params: Promise<{ invoiceId: string }> }) {
  const ctx = await contextFor('supplier')
  const { invoiceId } = await params
  return fileResponse(ctx ? await getInvoiceXml(ctx, invoiceId) : null)
}
