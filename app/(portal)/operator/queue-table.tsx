import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '#app/_components/data-table.tsx'
import { formatNumber } from '#lib/i18n/format.ts'
import type { getOverview } from '#lib/services/operator/overview.ts'

type Queue = Awaited<ReturnType<typeof getOverview>>['queues'][number]

/** How full each queue is, and how long the oldest job that is due has waited. */
export function QueueTable({ queues, age }: { queues: readonly Queue[]; age: (since: Date) => string }) {
  const words = useTranslations('operator')
  const nameOf = (queue: string) => {
    const key = `name.${queue}` as 'name.deliver'
    return words.has(key) ? words(key) : queue
  }
  const figure = (key: 'waiting' | 'planned' | 'active' | 'failed'): Column<Queue> => ({
    key,
    header: words(key),
    align: 'end',
    cell: (queue) => <span className="figures">{formatNumber(String(queue[key]))}</span>,
  })
  return (
    <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
      <DataTable
        caption={words('queues')}
        rows={queues}
        rowKey={(queue) => queue.name}
        columns={[
          { key: 'name', header: words('queue'), card: 'title', cell: (queue) => nameOf(queue.name) },
          figure('waiting'),
          {
            key: 'oldest',
            header: words('oldestJob'),
            align: 'end',
            cell: (queue) => (queue.oldest === null ? '–' : age(queue.oldest)),
          },
          figure('planned'),
          figure('active'),
          figure('failed'),
        ]}
      />
    </div>
  )
}
