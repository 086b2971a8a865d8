import { useTranslations } from 'next-intl'
import { StatusTag } from '#app/_components/status-tag.tsx'
import { formatDate } from '#lib/i18n/format.ts'
import { RemindButton } from './customer-form.client.tsx'

type LinkStatusProps = {
  customer: {
    canReceive: boolean
    state: 'awaiting-approval' | 'approved' | 'refused' | 'withdrawn'
    reason?: string | null
  }
  /** Whether an invoice can leave for it from here. */
  isReachable: boolean
  /** The request that waits, where it can be reminded of. */
  request?: WaitingRequest
}

/** A request without an answer: to whom, since when, and whether and when one may remind. */
export type WaitingRequest = {
  customerId: string
  name: string
  requestedAt: Date | null
  remindedAt: Date | null
  canRemind: boolean
  nextReminderAt: Date | null
}

/**
 * Where the link to a customer stands (S17). Approved and reachable shows nothing: text gone means that one may
 * send. Awaiting says since when, what can be done meanwhile, and offers a reminder.
 */
export function LinkStatus({ customer, isReachable, request }: LinkStatusProps) {
  const status = useTranslations('status')
  const words = useTranslations('customers')
  if (customer.state === 'awaiting-approval') {
    return (
      <span className="grid justify-items-start gap-1">
        <StatusTag tone="wait">{status('awaitingApproval')}</StatusTag>
        {request && <Waiting request={request} />}
        <span className="text-hint text-muted">{words('awaitingText')}</span>
      </span>
    )
  }
  if (customer.state === 'refused' || customer.state === 'withdrawn') {
    return (
      <span className="grid justify-items-start gap-1">
        <StatusTag tone="bad">{status(customer.state)}</StatusTag>
        {customer.reason && <span className="break-words text-hint">{customer.reason}</span>}
      </span>
    )
  }
  if (!customer.canReceive) return <StatusTag tone="bad">{status('cannotReceiveAnymore')}</StatusTag>
  return isReachable ? null : <StatusTag tone="neutral">{status('cannotReceiveYet')}</StatusTag>
}

function Waiting({ request }: { request: WaitingRequest }) {
  const words = useTranslations('customers')
  const { requestedAt, remindedAt, canRemind, nextReminderAt } = request
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-hint">
      {requestedAt && <span>{words('sentOn', { date: formatDate(requestedAt) })}</span>}
      {remindedAt && <span>· {words('remindedOn', { date: formatDate(remindedAt) })}</span>}
      {!canRemind && <span>{words('noAddress')}</span>}
      {canRemind && nextReminderAt && (
        <span>· {words('nextReminder', { date: formatDate(nextReminderAt) })}</span>
      )}
      {canRemind && !nextReminderAt && (
        <RemindButton
          customerId={request.customerId}
          words={{
            button: words('remind'),
            name: words('remindOf', { name: request.name }),
            pending: words('reminding'),
            done: words('remindedNow'),
          }}
        />
      )}
    </span>
  )
}
