import { fileResponse } from '#app/_invoice/xml-response.ts'
import { contextFor } from '#app/_server/session.ts'
import { readAttachment } from '#lib/services/attachments/read-attachments.ts'

/** A file with one of the supplier's invoices, to save. 404 for anybody whose it is not. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const ctx = await contextFor('supplier')
  const { id } = await params
  return fileResponse(ctx ? await readAttachment(ctx, id) : null)
}
