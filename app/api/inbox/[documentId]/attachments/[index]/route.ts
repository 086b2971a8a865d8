import { fileResponse } from '#app/_invoice/xml-response.ts'
import { contextFor } from '#app/_server/session.ts'
import { readReceivedAttachment } from '#lib/services/inbox/read-received.ts'

type Params = { params: Promise<{ documentId: string; index: string }> }

/** A file inside a received document, counted from 0. 404 for anybody whose it is not. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const ctx = await contextFor('recipient')
  const { documentId, index } = await params
  if (!ctx || !/^\d{1,3}$/.test(index)) return fileResponse(null)
  return fileResponse(await readReceivedAttachment(ctx, documentId, Number(index)))
}
