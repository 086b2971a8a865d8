import { completeDraft, type InvoiceDraft } from '#lib/invoice/draft.ts'

/** What the server answers to a save. */
export type SaveAnswer =
  | { readonly ok: true; readonly revision: number; readonly savedAt: string }
  | { readonly ok: false; readonly code: 'conflict' | 'moved-on' | 'signed-out' | 'failed' }

/** The draft as the server has it; null when it cannot be had. */
export type ServerDraft = {
  readonly revision: number
  readonly draft: InvoiceDraft
  readonly savedAt: string
} | null

/** How drafts travel. */
export type DraftTransport = {
  put(body: { revision: number; draft: InvoiceDraft }): Promise<SaveAnswer>
  get(): Promise<ServerDraft>
}

// Browsers refuse more than 64 KB of bodies that outlive their page.
const keepaliveLimit = 60_000

/** Drafts over HTTP: the Route Handler of one draft. Never throws; what fails is an answer. */
export function draftTransport(invoiceId: string): DraftTransport {
  const address = `/api/drafts/${invoiceId}`
  return {
    async put(body) {
      const json = JSON.stringify(body)
      const keepalive = new TextEncoder().encode(json).length < keepaliveLimit
      try {
        const response = await fetch(address, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: json,
          keepalive,
        })
        return readAnswer(response.status, await response.json())
      } catch {
        return { ok: false, code: 'failed' }
      }
    },
    async get() {
      try {
        const response = await fetch(address, { cache: 'no-store' })
        return response.ok ? readServerDraft(await response.json()) : null
      } catch {
        return null
      }
    },
  }
}

function readAnswer(status: number, body: unknown): SaveAnswer {
  if (status === 401) return { ok: false, code: 'signed-out' }
  if (status === 409) return { ok: false, code: read(body, 'code') === 'moved-on' ? 'moved-on' : 'conflict' }
  const [revision, savedAt] = [read(body, 'revision'), read(body, 'savedAt')]
  if (status !== 200 || typeof revision !== 'number' || typeof savedAt !== 'string') {
    return { ok: false, code: 'failed' }
  }
  return { ok: true, revision, savedAt }
}

function readServerDraft(body: unknown): ServerDraft {
  const [revision, savedAt, draft] = [read(body, 'revision'), read(body, 'savedAt'), read(body, 'draft')]
  const isWhole = typeof revision === 'number' && typeof savedAt === 'string' && read(draft, 'version') === 1
  return isWhole ? { revision, savedAt, draft: completeDraft(draft as InvoiceDraft) } : null
}

function read(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
}
