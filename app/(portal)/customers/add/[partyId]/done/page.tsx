import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { requireContext } from '#app/_server/session.ts'
import { getCustomer } from '#lib/services/customers/customers.ts'
import { getDirectoryParty } from '#lib/services/customers/search-directory.ts'
import { chooseChannel } from '#lib/services/delivery/channel.ts'
import { LinkStatus } from '../../../link-status.tsx'

type Props = { params: Promise<{ partyId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await requireContext('supplier')
  const party = await getDirectoryParty(ctx, (await params).partyId)
  const words = await getTranslations('customers')
  return { title: party ? words('doneTitle', { name: party.name }) : words('title') }
}

/** After *Slutför*: the customer is in the register, and whether one can send already. */
export default async function CustomerAddedPage({ params }: Props) {
  const ctx = await requireContext('supplier')
  const { partyId } = await params
  const party = await getDirectoryParty(ctx, partyId)
  if (!party) notFound()
  const customer = party.customerId === null ? null : await getCustomer(ctx, party.customerId)
  if (!customer) redirect(`/customers/add/${partyId}`)
  const words = await getTranslations('customers')
  const awaiting = customer.state === 'awaiting-approval'
  const way = chooseChannel(customer, ctx)
  const isReachable = way.ok
  const isByEmail = way.ok && way.value.channel === 'email'
  const ready = customer.state === 'approved' && isReachable
  return (
    <div className="max-w-text">
      <PageHeader title={words('doneTitle', { name: party.name })} />
      <div className="grid justify-items-start gap-4">
        {awaiting && <p>{words('doneAwaiting', { name: party.name })}</p>}
        {ready && <p>{words(isByEmail ? 'doneReadyByEmail' : 'doneReady', { name: party.name })}</p>}
        {customer.state === 'approved' && !ready && <p>{words('doneUnreachable')}</p>}
        <LinkStatus customer={customer} isReachable={isReachable} />
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/invoices/new?customer=${customer.id}`} look="primary">
            {words('createEInvoice')}
          </LinkButton>
          <LinkButton href="/customers/search">{words('addMore')}</LinkButton>
          <LinkButton href="/customers" look="quiet" className="px-0">
            {words('toRegister')}
          </LinkButton>
        </div>
      </div>
    </div>
  )
}
