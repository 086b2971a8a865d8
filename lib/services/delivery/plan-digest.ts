import type { Transaction } from '#db/client.ts'
import { addDays, type IsoDate, stockholmInstant, todayInStockholm } from '#lib/core/dates.ts'
import { uuidV5 } from '#lib/core/ids.ts'
import type { Platform } from '#lib/services/context.ts'

/** The hour in Sweden at which a day ends for the letter about it. */
const endHour = 16

/** After the end, so that what became *Klar* right before it has been written; far longer than a transaction lives. */
const pauseMs = 60_000

/** A user's letter of a day, and its job. */
export function digestId(userId: string, day: IsoDate): string {
  return uuidV5(userId, `digest ${day}`)
}

/** From when and until when, that instant left out, something belongs to the letter of a day. */
export function digestSpan(day: IsoDate): { from: Date; to: Date } {
  return { from: stockholmInstant(addDays(day, -1), endHour), to: stockholmInstant(day, endHour) }
}

/** The day to whose letter an instant belongs. */
export function digestDay(at: Date): IsoDate {
  const today = todayInStockholm(at)
  return at < digestSpan(today).to ? today : addDays(today, 1)
}

/** Plans the letter to which `at` belongs, in the caller's transaction: one for each user and day, however often asked. */
export async function planDigest(
  ctx: Pick<Platform, 'jobs'>,
  tx: Transaction,
  { tenantId, userId }: { tenantId: string; userId: string },
  at: Date,
): Promise<void> {
  const day = digestDay(at)
  const startAt = new Date(digestSpan(day).to.getTime() + pauseMs)
  await ctx.jobs.enqueue(tx, 'send-digest', digestId(userId, day), { tenantId, userId, day }, startAt)
}
