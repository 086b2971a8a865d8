import { getTranslations } from 'next-intl/server'
import type { Tone } from '#app/_components/status-tag.tsx'
import { formatDateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import type { DeliveryState } from '#lib/invoice/lifecycle.ts'
import type { getOverview } from '#lib/services/operator/overview.ts'
import type { DeliveryRow } from './delivery-list.client.tsx'

type Read = Awaited<ReturnType<typeof getOverview>>['deliveries'][number]['rows'][number]

const tones: Readonly<Partial<Record<DeliveryState, Tone>>> = {
  retrying: 'wait',
  uncertain: 'wait',
  failed: 'bad',
}

/** Deliveries as the operator's lists show them, in the reader's language. A cause without words is shown as its code. */
export async function readDeliveryRows(rows: readonly Read[], locale: Locale): Promise<DeliveryRow[]> {
  const words = await getTranslations('operator')
  const status = await getTranslations('status')
  const reasonOf = (code: string | null) => {
    if (code === null) return ''
    const key = `reasonOf.${code}` as 'reasonOf.gave-up'
    return words.has(key) ? words(key) : code
  }
  return rows.map(({ id, messageId, channel, state, attempts, createdAt, nextAttemptAt, ...row }) => ({
    id,
    name: messageId.slice(0, 8),
    channel: words(`channelOf.${channel}`),
    state: status(`${state === 'queued' ? 'sending' : state}.word`),
    tone: tones[state] ?? 'info',
    attempts,
    sent: formatDateTime(createdAt, locale),
    next: nextAttemptAt === null ? '' : formatDateTime(nextAttemptAt, locale),
    reason: reasonOf(row.failureCode),
    canRetry: row.canRetry,
    canStop: row.canStop,
  }))
}

type OperatorWords = Awaited<ReturnType<typeof getTranslations<'operator'>>>

const units = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const

/** Says how long ago something was, in its largest whole unit. */
export function ageWords(words: OperatorWords, now: Date): (since: Date) => string {
  return (since) => {
    const seconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000))
    const [unit, length] = units.find(([, least]) => seconds >= least) ?? (['seconds', 1] as const)
    return words(`age.${unit}`, { count: Math.floor(seconds / length) })
  }
}
