import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { requireContext } from '#app/_server/session.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { maskOrganisationNumber } from '#lib/party/organisation-number.ts'
import { listRequests } from '#lib/services/recipients/requests.ts'
import { OpenRequests } from './open-requests.client.tsx'
import { RequestFacts } from './request-facts.tsx'
import type { RequestRow } from './request-row.ts'
import { Suppliers } from './suppliers.client.tsx'

type Request = Awaited<ReturnType<typeof listRequests>>['open'][number]

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('requests')
  return { title: words('title') }
}

/** *Kopplingsförfrågningar* (K9): suppliers that ask to be approved, those that are, those that were turned away. */
export default async function RequestsPage() {
  const ctx = await requireContext('recipient')
  const { open, approved, turnedAway } = await listRequests(ctx)
  const words = await getTranslations('requests')
  const when = (request: Request): string => {
    const date = formatDate(request.decidedAt ?? request.createdAt)
    if (request.state === 'open') return words('sentOn', { date: formatDate(request.createdAt) })
    if (request.state === 'approved') {
      return request.decidedByName
        ? words('approvedOnBy', { date, name: request.decidedByName })
        : words('approvedOn', { date })
    }
    return words(request.state === 'refused' ? 'refusedOn' : 'withdrawnOn', { date })
  }
  const row = (request: Request): RequestRow => ({
    id: request.id,
    supplierName: request.supplierName,
    orgNumber: maskOrganisationNumber(request.supplierOrgNumber),
    customerNumber: request.customerNumber,
    message: request.state === 'open' ? request.message : '',
    when: when(request),
    reason: request.reason,
  })
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead')} />
      <ClientMessages namespaces={['requests']}>
        <section aria-labelledby="open" className="mb-8">
          <h2 id="open" className="mb-3">
            {words('open')}
          </h2>
          <OpenRequests rows={open.map(row)} />
        </section>
        <section aria-labelledby="suppliers" className="mb-8">
          <h2 id="suppliers" className="mb-3">
            {words('suppliers')}
          </h2>
          <Suppliers rows={approved.map(row)} />
        </section>
      </ClientMessages>
      {turnedAway.length > 0 && (
        <section aria-labelledby="turned-away">
          <h2 id="turned-away" className="mb-3">
            {words('turnedAway')}
          </h2>
          <ul className="grid gap-3">
            {turnedAway.map((request) => (
              <li key={request.id} className="card">
                <RequestFacts row={row(request)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
