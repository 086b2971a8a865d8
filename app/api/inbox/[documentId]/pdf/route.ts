import { fileResponse } from '#app/_invoice/xml-response.ts'
import { contextFor } from '#app/_server/session.ts'
import { readReceivedPdf } from '#lib/services/pdf/read-pdf.ts'

/** The PDF of a received document, to save. 404 for anybody whose it is not, 503 while the worker makes it. */
export async function GET(_request: Request, { params }: { params: Promise<{ documentId: string }> }) {
  const ctx = await contextFor('recipient')
  const { documentId } = await params
  return fileResponse(ctx ? await readReceivedPdf(ctx, documentId) : null)
}
