import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SummaryList } from '#app/_components/summary-list.tsx'
import { Wizard } from '#app/_components/wizard.tsx'
import { OrgNumber } from '#app/_invoice/org-number.tsx'
import { requireContext } from '#app/_server/session.ts'
import { getDirectoryParty } from '#lib/services/customers/search-directory.ts'
import { ConfirmForm } from './confirm-form.client.tsx'

type Props = {
  params: Promise<{ partyId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('customers')
  return { title: words('step2') }
}

/** *Lägg till {företag}*, step 2: everything once more, then *Slutför* or *Föregående* (S15). */
export default async function ConfirmCustomerPage({ params, searchParams }: Props) {
  const ctx = await requireContext('supplier')
  const party = await getDirectoryParty(ctx, (await params).partyId)
  if (!party) notFound()
  if (party.customerId !== null) redirect(`/customers/add/${party.id}/done`)
  const query = await searchParams
  const customerNumber = typeof query.customerNumber === 'string' ? query.customerNumber : ''
  const message = party.approval === 'manual' && typeof query.message === 'string' ? query.message : ''
  const words = await getTranslations('customers')
  const back = `/customers/add/${party.id}?${new URLSearchParams({ customerNumber, message })}`
  const change = (what: 'changeNumber' | 'changeMessage', field: string): ReactNode => (
    <Link href={`${back}#${field}`} aria-label={words(what)}>
      {words('change')}
    </Link>
  )
  return (
    <Wizard title={words('step2')} step={2} of={2}>
      <p className="mb-4 text-muted">{words('wizard', { name: party.name })}</p>
      <SummaryList
        rows={[
          { key: 'name', label: words('company'), value: party.name },
          { key: 'org', label: words('orgNumber'), value: <OrgNumber value={party.orgNumber} /> },
          {
            key: 'number',
            label: words('customerNumber'),
            value: customerNumber || words('nothing'),
            action: change('changeNumber', 'customerNumber'),
          },
          ...(party.approval === 'manual'
            ? [
                {
                  key: 'message',
                  label: words('message'),
                  value: <span className="whitespace-pre-line">{message || words('nothing')}</span>,
                  action: change('changeMessage', 'message'),
                },
              ]
            : []),
          {
            key: 'approval',
            label: words('approval'),
            value: words(party.approval === 'manual' ? 'approvalNeeded' : 'approvalNone'),
          },
        ]}
      />
      <ConfirmForm
        input={{ partyId: party.id, customerNumber, message }}
        back={back}
        words={{ previous: words('previous'), finish: words('finish'), finishing: words('finishing') }}
      />
    </Wizard>
  )
}
