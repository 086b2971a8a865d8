import { completeDraft, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { isSameDraft } from './same-draft.ts'

/** A draft of one window as this device keeps it, until the server has it. */
export type DeviceRecord = {
  /** User, invoice and window: two windows on one draft keep each its own. */
  readonly key: string
  readonly userId: string
  readonly invoiceId: string
  readonly windowId: string
  /** The server's revision that the draft was typed on; 0 = the server had none. */
  readonly baseRevision: number
  /** When it was typed, ISO 8601. */
  readonly at: string
  readonly draft: InvoiceDraft
  /** Sent to the server and never answered: what it has may be one of these. */
  readonly sent: readonly InvoiceDraft[]
}

/** Whose window, and of which draft. */
export type WindowIds = Pick<DeviceRecord, 'userId' | 'invoiceId' | 'windowId'>

const keptDays = 21
const mostKept = 20

/** The key of a window's record. */
export function recordKey({ userId, invoiceId, windowId }: WindowIds): string {
  return `${userId}/${invoiceId}/${windowId}`
}

/** Reads what lies in the store; null for what is no record of ours. A field added to the form since is as in an empty form. */
export function readRecord(value: unknown): DeviceRecord | null {
  if (typeof value !== 'object' || value === null) return null
  const { key, userId, invoiceId, windowId, baseRevision, at, draft, sent } = value as Partial<DeviceRecord>
  const ids = [key, userId, invoiceId, windowId, at]
  if (ids.some((each) => typeof each !== 'string') || typeof baseRevision !== 'number') return null
  if (draft?.version !== 1 || !Array.isArray(draft.lines) || !Array.isArray(sent)) return null
  return { ...(value as DeviceRecord), draft: completeDraft(draft) }
}

/**
 * What of the store may stay: this user's own, at most three weeks old, the newest 20, newest first; and the keys of
 * all the rest.
 */
export function sortRecords(
  values: readonly unknown[],
  userId: string,
  now: Date,
): { kept: readonly DeviceRecord[]; surplus: readonly string[] } {
  const oldest = new Date(now.getTime() - keptDays * 86_400_000).toISOString()
  const kept = values
    .map(readRecord)
    .filter((record) => record !== null)
    .filter((record) => record.userId === userId && record.at >= oldest)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, mostKept)
  const keys = new Set(kept.map((record) => record.key))
  return { kept, surplus: values.map(keyOf).filter((key) => key !== '' && !keys.has(key)) }
}

/**
 * Weighs a found record against the server's draft: `same` when nothing is missing there; `restore` when nobody has
 * saved since, other than the window itself; `both` when one would overwrite the other.
 */
export function weighRecord(
  record: DeviceRecord,
  server: { readonly revision: number; readonly draft: unknown },
): 'same' | 'restore' | 'both' {
  if (isSameDraft(record.draft, server.draft)) return 'same'
  const isOwn = record.sent.some((sent) => isSameDraft(sent, server.draft))
  return isOwn || record.baseRevision === server.revision ? 'restore' : 'both'
}

function keyOf(value: unknown): string {
  const key: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'key') : ''
  return typeof key === 'string' ? key : ''
}
