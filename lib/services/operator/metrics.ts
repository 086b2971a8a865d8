import { countOverdue, countUnsettled } from '#db/queries/operator-deliveries.ts'
import { withOperator } from '#db/with-tenant.ts'
import type { Platform } from '#lib/services/context.ts'

/** A delivery is overdue a minute after its time: a killed worker's work has gone on by then. */
const overdueMs = 60_000

type Sample = { labels: Readonly<Record<string, string>>; value: number }

/**
 * The queues and where deliveries stand, in Prometheus' text format (0.0.4): numbers of the whole instance, nothing of
 * any company. Ages are in seconds; a queue or state that is empty has none.
 */
export async function readMetrics(ctx: Pick<Platform, 'db' | 'jobs' | 'clock'>): Promise<string> {
  const now = ctx.clock.now()
  const queues = await ctx.jobs.stats()
  const { counts, overdue } = await withOperator(ctx.db, async (tx) => ({
    counts: await countUnsettled(tx),
    overdue: await countOverdue(tx, new Date(now.getTime() - overdueMs)),
  }))
  const age = (since: Date) => Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000))
  const jobs = (['waiting', 'planned', 'active', 'failed'] as const).flatMap((state) =>
    queues.map((queue) => ({ labels: { queue: queue.name, state }, value: queue[state] })),
  )
  return [
    gauge('talong_queue_jobs', 'Jobs on each queue.', jobs),
    gauge(
      'talong_queue_oldest_seconds',
      'How long the oldest job that is due has waited.',
      queues.flatMap(({ name, oldest }) =>
        oldest === null ? [] : [{ labels: { queue: name }, value: age(oldest) }],
      ),
    ),
    gauge(
      'talong_deliveries',
      'Deliveries that have not arrived, by where they stand.',
      counts.map(({ state, channel, count }) => ({ labels: { state, channel }, value: count })),
    ),
    gauge(
      'talong_delivery_oldest_seconds',
      'Since when the oldest of them was sent.',
      counts.map(({ state, channel, oldest }) => ({ labels: { state, channel }, value: age(oldest) })),
    ),
    gauge('talong_deliveries_overdue', 'Deliveries whose time passed a minute ago and that nobody took up.', [
      { labels: {}, value: overdue },
    ]),
  ].join('')
}

/** One metric with its samples. Names and label values are our own: none needs escaping. */
function gauge(name: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(({ labels, value }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text}"`)
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`
  })
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`
}
