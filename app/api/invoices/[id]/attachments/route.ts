import { getTranslations } from 'next-intl/server'
import { contextFor } from '#app/_server/session.ts'
import { type AddProblem, addAttachment } from '#lib/services/attachments/add-attachment.ts'
import { readUpload } from './read-upload.ts'

type Params = { params: Promise<{ id: string }> }

const statuses: Readonly<Record<AddProblem, number>> = {
  unknown: 404,
  'already-sent': 409,
  'attachment-empty': 422,
  'attachment-type': 415,
  'attachment-active': 422,
  'attachment-too-large': 413,
  'attachments-too-many': 422,
  'attachments-too-large': 422,
  'store-away': 503,
}

/**
 * Adds one file to an invoice that is not sent yet. 201 with the attachment; else `{code, params, message}`, the
 * message in the user's language: 400 for what is no upload, 401 signed out, 404, 409 sent already, 413 above 5 MB,
 * 415 not one of the six types, 422 refused for what it holds or for the invoice's limits, 503 the store is away.
 * The same `X-Upload-Id`, a UUID, is the same file: sent again after an answer that was lost, it is there once.
 * Writes from other origins are refused in proxy.ts.
 */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const ctx = await contextFor('supplier')
  if (!ctx) return refuse(401, 'signed-out', { name: '' })
  const upload = await readUpload(request)
  if ('status' in upload) return refuse(upload.status, upload.code, { name: nameOf(request) })
  const uploadId = request.headers.get('x-upload-id') ?? undefined
  const added = await addAttachment(ctx, { invoiceId: (await params).id, uploadId, ...upload })
  if (added.ok) return answer(201, added.value)
  return refuse(statuses[added.code], added.code, added.details)
}

/** For a file that was too large to be read: the name is in the header, or nowhere. */
function nameOf(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get('x-file-name') ?? '').slice(0, 100)
  } catch {
    return ''
  }
}

async function refuse(
  status: number,
  code: string,
  params: Readonly<Record<string, string | number>>,
): Promise<Response> {
  const t = await getTranslations('faults')
  const key = code as Parameters<typeof t>[0]
  return answer(status, { code, params, message: t.has(key) ? t(key, params as never) : t('unreadable') })
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
