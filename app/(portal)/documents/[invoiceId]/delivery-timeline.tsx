import { useLocale, useTranslations } from 'next-intl'
import { Disclosure } from '#app/_components/disclosure.tsx'
import { Timeline, type TimelineStep } from '#app/_components/timeline.tsx'
import { isInFlight } from '#app/_invoice/delivery-status.tsx'
import { formatDateTime } from '#lib/i18n/format.ts'
import type { DeliveryState, InvoiceState } from '#lib/invoice/lifecycle.ts'
import type { getInvoice } from '#lib/services/invoices/read-invoices.ts'

type Event = NonNullable<Awaited<ReturnType<typeof getInvoice>>>['events'][number]

type DeliveryTimelineProps = {
  events: readonly Event[]
  invoiceState: InvoiceState
  deliveryState: DeliveryState | null
}

/** Everything that happened to an invoice, newest last, each with its evidence, and the step that comes next, hollow. */
export function DeliveryTimeline({ events, invoiceState, deliveryState }: DeliveryTimelineProps) {
  const words = useTranslations('documents')
  const locale = useLocale()
  // Of what went nowhere nothing more is to come.
  const fetched = events.some(
    ({ event, evidence }) => event === 'fetched' || evidence.channel === 'simulator',
  )
  const steps: TimelineStep[] = events.map((event) => ({
    key: String(event.id),
    state: event.event === 'failed' || event.event === 'rejected' ? 'failed' : 'done',
    title: words(`event.${wordOf(event)}`),
    time: formatDateTime(event.at, locale),
    instant: event.at.toISOString(),
    detail: <Detail event={event} />,
  }))
  const next = nextStep(invoiceState, deliveryState, fetched)
  if (next !== null) steps.push({ key: 'next', state: 'future', title: words(next) })
  return <Timeline steps={steps} />
}

/** *Klar* says who has it: the inbox here, the recipient, its operator, or nobody, where one only tries Talong out. */
function wordOf({ event, evidence }: Event) {
  if (event !== 'delivered') return event
  if (evidence.channel === 'simulator') return 'delivered-simulated'
  if (evidence.delivery === 'confirmed') return 'delivered-confirmed'
  return evidence.delivery === 'unconfirmed' ? 'delivered-unconfirmed' : event
}

function nextStep(invoiceState: InvoiceState, deliveryState: DeliveryState | null, fetched: boolean) {
  if (invoiceState === 'ready') return 'waitingSend'
  if (deliveryState === 'handed-over') return 'waitingReceipt'
  if (deliveryState === 'retrying') return 'waitingRetry'
  if (isInFlight(deliveryState)) return 'waitingDelivery'
  return invoiceState === 'sent' && deliveryState === 'delivered' && !fetched ? 'waitingFetch' : null
}

/** The order evidence is read in: what it is, how it was checked, how it went. What is not here comes last. */
const evidenceOrder = [
  'number',
  'revision',
  'rules',
  'errors',
  'warnings',
  'messageId',
  'channel',
  'attempt',
  'code',
  'reason',
]

function placeOf(name: string): number {
  const place = evidenceOrder.indexOf(name)
  return place < 0 ? evidenceOrder.length : place
}

/** Who did it, the words of an answer, and behind a fold what proves it. */
function Detail({ event }: { event: Event }) {
  const words = useTranslations('documents')
  const { text = '', ...proof } = event.evidence
  const channelWord = (channel: string | number) => {
    const key = `channelOf.${channel}` as 'channelOf.inbox'
    return words.has(key) ? words(key) : channel
  }
  const evidence = Object.entries(proof).toSorted(([a], [b]) => placeOf(a) - placeOf(b))
  return (
    <>
      {event.actorName !== '' && <p>{words('by', { name: event.actorName })}</p>}
      {text !== '' && (
        <p className="whitespace-pre-line text-ink wrap-anywhere">{words('quote', { text: String(text) })}</p>
      )}
      {evidence.length > 0 && (
        <Disclosure summary={words('evidence')}>
          <dl className="figures grid gap-1.5">
            {evidence.map(([name, value]) => {
              const key = `evidenceName.${name}` as 'evidenceName.messageId'
              return (
                <div key={name}>
                  <dt className="font-semibold">{words.has(key) ? words(key) : name}</dt>
                  <dd className="wrap-anywhere">{name === 'channel' ? channelWord(value) : value}</dd>
                </div>
              )
            })}
          </dl>
        </Disclosure>
      )}
    </>
  )
}
