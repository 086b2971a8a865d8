import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { RefreshWhile } from '#app/_form/refresh-while.client.tsx'
import { requireContext } from '#app/_server/session.ts'
import { getOverview } from '#lib/services/operator/overview.ts'
import { DeliveryList } from './delivery-list.client.tsx'
import { QueueTable } from './queue-table.tsx'
import { ageWords, readDeliveryRows } from './read-rows.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('operator')
  return { title: words('title') }
}

/** *Drift* (K33): the queues, the deliveries of all companies that have not arrived, and the size of the directory. */
export default async function OperatorPage() {
  const ctx = await requireContext('operator')
  const { queues, deliveries, parties } = await getOverview(ctx)
  const words = await getTranslations('operator')
  const locale = await getLocale()
  const age = ageWords(words, ctx.clock.now())
  const groups = await Promise.all(
    deliveries.map(async ({ rows, ...group }) => ({ ...group, rows: await readDeliveryRows(rows, locale) })),
  )
  return (
    <>
      <PageHeader title={words('title')} />
      <div className="grid gap-8">
        <section aria-labelledby="queues">
          <h2 id="queues" className="mb-2">
            {words('queues')}
          </h2>
          <QueueTable queues={queues} age={age} />
        </section>
        <section aria-labelledby="deliveries" className="grid gap-6">
          <div>
            <h2 id="deliveries">{words('deliveries')}</h2>
            <p className="text-muted">{words('deliveriesLead')}</p>
          </div>
          <ClientMessages namespaces={['operator']}>
            {groups.map(({ group, count, oldest, rows }) => (
              <section key={group} aria-labelledby={`group-${group}`} className="grid gap-2">
                <h3 id={`group-${group}`}>{words(`group.${group}`, { count: String(count) })}</h3>
                {count > 0 && (
                  <p className="text-hint text-muted">
                    {words(`groupText.${group}`)} {oldest && words('oldest', { age: age(oldest) })}
                  </p>
                )}
                <DeliveryList
                  caption={words(`group.${group}`, { count: String(count) })}
                  rows={rows}
                  empty={words(`groupEmpty.${group}`)}
                />
              </section>
            ))}
          </ClientMessages>
        </section>
        <section aria-labelledby="directory" className="card">
          <h2 id="directory">{words('directory')}</h2>
          <p className="figures">{words('parties', { count: parties })}</p>
        </section>
      </div>
      <RefreshWhile active />
    </>
  )
}
