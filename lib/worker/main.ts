import { type JobResult, PgBoss } from 'pg-boss'
import { answerLimitMs, connect, idleTransactionMs } from '#db/client.ts'
import { type JobName, type Jobs, openJobQueue } from '#db/jobs.ts'
import { openAccessPoint } from '#lib/adapters/access-point/open-access-point.ts'
import { systemClock } from '#lib/adapters/clock.ts'
import { ConfigError, loadConfig } from '#lib/adapters/env.ts'
import { describeError, openLog } from '#lib/adapters/log.ts'
import { openMailbox } from '#lib/adapters/mail/mailbox.ts'
import { openSmtp } from '#lib/adapters/mail/smtp.ts'
import { openStore } from '#lib/adapters/storage/open-store.ts'
import { sweepOrphans } from '#lib/services/attachments/sweep-orphans.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { followDelivery } from '#lib/services/delivery/follow.ts'
import { noteFetched } from '#lib/services/delivery/note-fetched.ts'
import { sendDigest } from '#lib/services/delivery/send-digest.ts'
import { watchDelivery } from '#lib/services/delivery/watch.ts'
import { sendApproved } from '#lib/services/invoices/send-approved.ts'
import { sendMail } from '#lib/services/mail/send-mail.ts'
import { prune } from '#lib/services/operator/prune.ts'
import { makePdf } from '#lib/services/pdf/make-pdf.ts'

// The worker process: takes jobs and repeats them until they are done. Any number may run at once.

function configOrExit() {
  try {
    return loadConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}

const config = configOrExit()
const log = openLog({ level: config.logLevel, process: 'worker' })
const { db, close } = connect(config.databaseUrl, { max: 4, name: 'talong-worker' })
const onQueueError = (error: unknown) => log.error(describeError(error), 'queue error')
const ctx = {
  db,
  jobs: await openJobQueue(db, onQueueError),
  clock: systemClock,
  log,
  store: openStore(config),
  accessPoint: openAccessPoint(config, systemClock.now),
  undoSeconds: config.undoSeconds,
  ...(config.retryPauses && { retryPauses: config.retryPauses }),
  linkSecret: config.authSecret,
  publicOrigin: config.publicOrigin,
  mailer: config.smtpUrl
    ? openSmtp(config.smtpUrl, config.mailFrom)
    : openMailbox(config.dataDir, systemClock.now),
}

const handlers: { [Name in JobName]: (data: Jobs[Name]) => Promise<void> } = {
  deliver: (data) => deliver(ctx, data),
  'follow-delivery': (data) => followDelivery(ctx, data),
  'watch-delivery': (data) => watchDelivery(ctx, data),
  'send-approved': (data) => sendApproved(ctx, data),
  'send-digest': (data) => sendDigest(ctx, data),
  'send-mail': (data) => sendMail(ctx, data.mailId),
  'note-fetched': (data) => noteFetched(ctx, data),
  'make-pdf': (data) => makePdf(ctx, data),
}

// Its driver has limits of its own, by these names, which the queue's types do not know.
const limits = {
  connectionTimeoutMillis: 5_000,
  query_timeout: answerLimitMs,
  idle_in_transaction_session_timeout: idleTransactionMs,
}
const boss = new PgBoss({
  connectionString: config.databaseUrl,
  application_name: 'talong-worker-queue',
  ...limits,
  max: 4,
  migrate: false,
  createSchema: false,
  reindex: false,
  schedule: false,
  useListenNotify: true,
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
})
boss.on('error', onQueueError)
await boss.start()
// Several hands: one that an access point holds up does not hold up the others.
await take('deliver', { hands: 4, each: 4 })
await take('follow-delivery', { hands: 2, each: 8 })
await take('watch-delivery', { hands: 1, each: 8 })
await take('send-approved', { hands: 1, each: 2 })
await take('send-digest', { hands: 1, each: 4 })
await take('send-mail', { hands: 2, each: 2 })
await take('note-fetched', { hands: 1, each: 8 })
// One after the other: rendering is work of the processor, and deliveries go first.
await take('make-pdf', { hands: 1, each: 4, inTurn: true })
log.info(
  {
    accessPoint: config.accessPoint !== undefined,
    mail: config.smtpUrl ? 'smtp' : 'mailbox',
    store: config.s3 ? 's3' : 'folder',
  },
  'worker ready',
)

/**
 * Takes jobs from a queue with so many hands: each fetches `each` of them, does them at once, or `inTurn`, and goes on
 * without a pause as long as it gets as many as it asked for. Every job has a result of its own.
 */
async function take<Name extends JobName>(
  name: Name,
  { hands, each, inTurn = false }: { hands: number; each: number; inTurn?: boolean },
): Promise<void> {
  const options = {
    batchSize: each,
    burstWhenBatchFull: true,
    perJobResults: true,
    localConcurrency: hands,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 2,
  } as const
  await boss.work<Jobs[Name], void, typeof options>(name, options, async (jobs) => {
    if (!inTurn) return Promise.all(jobs.map((job) => run(name, job.id, job.data)))
    const results: JobResult[] = []
    for (const job of jobs) results.push(await run(name, job.id, job.data))
    return results
  })
}

/** Only closed codes leave a handler: the queue stores what is thrown. */
async function run<Name extends JobName>(name: Name, jobId: string, data: Jobs[Name]): Promise<JobResult> {
  try {
    await handlers[name](data)
    return { id: jobId, status: 'completed' }
  } catch (error) {
    log.warn({ job: name, jobId, ...describeError(error) }, 'job failed, will be tried again')
    return { id: jobId, status: 'failed', output: { message: 'job-failed' } }
  }
}

// Once an hour, by every worker: what is gone already is gone. The store is gone through by the first of each day.
let hours = 0
const pruning = setInterval(() => {
  prune(ctx).catch((error: unknown) => log.error(describeError(error), 'pruning failed'))
  if (hours % 24 === 0)
    sweepOrphans(ctx).catch((error: unknown) => log.error(describeError(error), 'sweeping failed'))
  hours += 1
}, 3_600_000)

let stopping = false
async function stop(signal: string): Promise<void> {
  if (stopping) return
  stopping = true
  clearInterval(pruning)
  log.info({ signal }, 'worker stopping')
  await boss.stop({ graceful: true, timeout: 6_000 })
  await close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
