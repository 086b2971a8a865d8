import { xmlResponse } from '#app/_invoice/xml-response.ts'
import { contextFor } from '#app/_server/session.ts'
import { openInboxDocument } from '#lib/services/inbox/inbox.ts'

/** The exact bytes that were received. 404 for anybody whose they are not. */
export async function GET(_request: Request, { params }: { params: Promise<{ documentId: string }> }) {
  const ctx = await contextFor('recipient')
  const { documentId } = await params
  const document = ctx ? await openInboxDocument(ctx, documentId) : null
  return xmlResponse(document ? { bytes: document.xml, fileName: `faktura-${document.number}.xml` } : null)
}
