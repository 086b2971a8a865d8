import { Ban, Send } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { StatusTag, type Tone } from '#app/_components/status-tag.tsx'
import { formatDateTime } from '#lib/i18n/format.ts'
import type { Answer } from '#lib/invoice/answers.ts'
import type { DeliveryState, InvoiceState } from '#lib/invoice/lifecycle.ts'

/** Where an invoice and the delivery of its newest version stand. `fetchedAt`: the recipient opened it; `answer`: what it said last. */
export type DeliveryFacts = {
  state: InvoiceState
  deliveryState: DeliveryState | null
  deliveredAt: Date | null
  fetchedAt?: Date | null
  nextAttemptAt?: Date | null
  answer?: Answer | null
  /** It went nowhere: its company tries Talong out. */
  isSimulated?: boolean
}

/** What is shown: the delivery's state once there is one, the invoice's before and after. */
type ShownState = 'draft' | 'ready' | 'sent' | 'answered' | 'voided' | Answer | DeliveryState

const tones: Readonly<Record<ShownState, Tone>> = {
  draft: 'neutral',
  ready: 'info',
  sent: 'info',
  queued: 'info',
  sending: 'info',
  'handed-over': 'info',
  delivered: 'ok',
  mailed: 'neutral',
  uncertain: 'wait',
  answered: 'ok',
  accepted: 'ok',
  'under-query': 'wait',
  paid: 'ok',
  retrying: 'wait',
  failed: 'bad',
  rejected: 'bad',
  cancelled: 'neutral',
  voided: 'neutral',
}

/** Tells whether a state will change by itself, so that a page should ask again. */
export function isInFlight(deliveryState: DeliveryState | null): boolean {
  return deliveryState !== null && ['queued', 'sending', 'handed-over', 'retrying'].includes(deliveryState)
}

function shownState({ state, deliveryState, answer }: DeliveryFacts): ShownState {
  if (state === 'draft' || state === 'voided') return state
  if (state === 'answered') return answer ?? state
  if (state === 'ready' || state === 'rejected') return state
  return deliveryState ?? state
}

/** A state as word, picture and colour. A queued delivery says *Skickas*: nothing can be undone yet. */
export function DeliveryTag(facts: DeliveryFacts) {
  const words = useTranslations('status')
  const shown = shownState(facts)
  const icon = shown === 'voided' ? Ban : tones[shown] === 'info' ? Send : null
  const word = words(`${shown === 'queued' ? 'sending' : shown}.word`)
  return (
    <StatusTag tone={tones[shown]} {...(icon ? { icon } : {})}>
      {word}
    </StatusTag>
  )
}

/** The sentence below the word: who has it and since when. Nothing where the word says all. */
export function DeliveryDetail(facts: DeliveryFacts) {
  const words = useTranslations('status')
  const locale = useLocale()
  const shown = shownState(facts)
  const at = (time: Date) => formatDateTime(time, locale)
  switch (shown) {
    case 'delivered':
      if (facts.isSimulated) return words('delivered.detailSimulated')
      if (facts.fetchedAt) return words('delivered.detailFetched', { time: at(facts.fetchedAt) })
      return facts.deliveredAt ? words('delivered.detailRecipient', { time: at(facts.deliveredAt) }) : null
    case 'retrying':
      return facts.nextAttemptAt
        ? words('retrying.detail', { time: at(facts.nextAttemptAt) })
        : words('detail.retrying')
    case 'queued':
    case 'sending':
    case 'failed':
    case 'rejected':
      return words(`detail.${shown}`)
    case 'draft':
    case 'sent':
      return null
    default:
      return words(`${shown}.detail`)
  }
}
