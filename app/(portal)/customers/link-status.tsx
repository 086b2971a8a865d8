import { useTranslations } from 'next-intl'
import { StatusTag } from '#app/_components/status-tag.tsx'
import { chooseChannel, type Reachable } from '#lib/services/delivery/channel.ts'

type LinkStatusProps = {
  customer: Reachable & {
    state: 'awaiting-approval' | 'approved' | 'refused' | 'withdrawn'
    reason?: string | null
  }
}

/**
 * Where the link to a customer stands (S17). Approved and reachable shows nothing: text gone means that one may
 * send. Awaiting says what can be done meanwhile.
 */
export function LinkStatus({ customer }: LinkStatusProps) {
  const status = useTranslations('status')
  const words = useTranslations('customers')
  if (customer.state === 'awaiting-approval') {
    return (
      <span className="grid justify-items-start gap-1">
        <StatusTag tone="wait">{status('awaitingApproval')}</StatusTag>
        <span className="text-hint text-muted">{words('awaitingText')}</span>
      </span>
    )
  }
  if (customer.state === 'refused' || customer.state === 'withdrawn') {
    return (
      <span className="grid justify-items-start gap-1">
        <StatusTag tone="bad">{status(customer.state)}</StatusTag>
        {customer.reason && <span className="text-hint">{customer.reason}</span>}
      </span>
    )
  }
  if (!customer.canReceive) return <StatusTag tone="bad">{status('cannotReceiveAnymore')}</StatusTag>
  return chooseChannel(customer).ok ? null : (
    <StatusTag tone="neutral">{status('cannotReceiveYet')}</StatusTag>
  )
}
