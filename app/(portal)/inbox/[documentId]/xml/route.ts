import { fileResponse } from '#app/_invoice/xml-response.ts'
import { contextFor } from '#app/_server/session.ts'
import { readReceivedXml } from '#lib/services/inbox/read-received.ts'

/** The exact bytes that were received. 404 for anybody whose they are not. */
export async function GET(_request: Request, { params }: { params: Promise<{ documentId: string }> }) {
  const ctx = await contextFor('recipient')
  const { documentId } = await params
  return fileResponse(ctx ? await readReceivedXml(ctx, documentId) : null)
}
