import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '#app/_components/data-table.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { requireContext } from '#app/_server/session.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import { getOverview } from '#lib/services/operator/overview.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('operator')
  return { title: words('title') }
}

/** *Drift*: the queues and the size of the directory. */
export default async function OperatorPage() {
  const ctx = await requireContext('operator')
  const { queues, parties } = await getOverview(ctx)
  const words = await getTranslations('operator')
  const nameOf = (queue: string) => {
    const key = `name.${queue}` as 'name.deliver'
    return words.has(key) ? words(key) : queue
  }
  return (
    <>
      <PageHeader title={words('title')} />
      <div className="grid gap-6">
        <section aria-labelledby="queues">
          <h2 id="queues" className="mb-2">
            {words('queues')}
          </h2>
          <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
            <DataTable
              caption={words('queues')}
              rows={queues}
              rowKey={(queue) => queue.name}
              columns={[
                { key: 'name', header: words('queue'), card: 'title', cell: (queue) => nameOf(queue.name) },
                {
                  key: 'waiting',
                  header: words('waiting'),
                  align: 'end',
                  cell: (queue) => formatNumber(String(queue.waiting)),
                },
                {
                  key: 'active',
                  header: words('active'),
                  align: 'end',
                  cell: (queue) => formatNumber(String(queue.active)),
                },
                {
                  key: 'failed',
                  header: words('failed'),
                  align: 'end',
                  cell: (queue) => formatNumber(String(queue.failed)),
                },
              ]}
            />
          </div>
        </section>
        <section aria-labelledby="directory" className="card">
          <h2 id="directory">{words('directory')}</h2>
          <p className="figures">{words('parties', { count: parties })}</p>
        </section>
      </div>
    </>
  )
}
