import type { DeviceRecord } from './device-record.ts'
import type { DraftTransport } from './draft-transport.ts'

/**
 * Saves a new invoice that only this device has. Gives where it is opened, and whether the device may let go of it;
 * null when it cannot be saved just now.
 */
export async function saveFoundDraft(
  { invoiceId, draft }: DeviceRecord,
  transport: DraftTransport,
): Promise<{ path: string; isThere: boolean } | null> {
  const answer = await transport.put({ revision: 0, draft })
  if (answer.ok) return { path: `/invoices/${invoiceId}`, isThere: true }
  // In a conflict it had reached the server after all: its own form weighs the two.
  if (answer.code === 'conflict') return { path: `/invoices/${invoiceId}`, isThere: false }
  return answer.code === 'moved-on' ? { path: `/documents/${invoiceId}`, isThere: true } : null
}
