import { z } from 'zod'
import { contextFor } from '#app/_server/session.ts'
import { isUuid } from '#lib/core/ids.ts'
import { draftSchema } from '#lib/forms/draft.ts'
import { openDraft, saveDraft } from '#lib/services/invoices/drafts.ts'

type Params = { params: Promise<{ id: string }> }

const maxBytes = 1_000_000

const saveSchema = z.strictObject({ revision: z.int().min(0).max(2_147_483_647), draft: draftSchema })

/** The draft, its revision and when it was saved: what a window needs to show both, or save its own over it. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const ctx = await contextFor('supplier')
  if (!ctx) return refuse(401, 'signed-out')
  const opened = await openDraft(ctx, (await params).id)
  if (!opened.ok) return refuse(opened.code === 'moved-on' ? 409 : 404, opened.code)
  const { revision, draft, savedAt } = opened.value
  return answer(200, { revision, draft, savedAt })
}

/**
 * Saves a draft as typed. 200 with the new revision and the time; 409 `conflict` when another window saved in
 * between, `moved-on` when it no longer is a draft; 400 for what is no draft, 413 above 1 MB, 401 when signed out.
 */
export async function PUT(request: Request, { params }: Params): Promise<Response> {
  const ctx = await contextFor('supplier')
  if (!ctx) return refuse(401, 'signed-out')
  const { id } = await params
  if (!isUuid(id)) return refuse(404, 'unknown')
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return refuse(413, 'too-large')
  const text = await request.text()
  if (Buffer.byteLength(text) > maxBytes) return refuse(413, 'too-large')
  const parsed = saveSchema.safeParse(readJson(text))
  if (!parsed.success) return refuse(400, 'unreadable')
  const saved = await saveDraft(ctx, { invoiceId: id, ...parsed.data })
  return saved.ok ? answer(200, saved.value) : refuse(409, saved.code)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

function refuse(status: number, code: string): Response {
  return answer(status, { code })
}
