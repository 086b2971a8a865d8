/**
 * `npm run proof:mail-cut` (R8): a whole Talong sends invoices by e-mail to a mail server, a process of its own, that reads
 * every letter to its end and cuts the connection before it answers. Nobody knows then whether it arrived: every delivery
 * must be uncertain in the database and on its sender's screen, and none may go again by itself, nor when *Fråga igen* is
 * asked for all the same.
 *
 * `-- --short`: 20 letters instead of 200. `-- --sabotage retry`: takes what is uncertain for something to try again, and
 * must fail. Writes proofs/mail-cut.json. Exit 0 when all held, 1 when not.
 */
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { buildIfStale } from '#scripts/build.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { buildAltered, replaceOnce } from '../altered-build.ts'
import { isFinal } from '../crash/verdict.ts'
import { type ProofInstance, startInstance } from '../instance.ts'
import { password } from '../isolation/belongings.ts'
import { Visitor } from '../isolation/http.ts'
import { readSurfaces } from '../isolation/surfaces.ts'
import { writeReport } from '../report.ts'
import { readDeliveries, readLines, readScreen } from '../system/records.ts'
import type { Check } from '../system/sets.ts'
import { judge } from './judge.ts'
import { makeSender, type Sender } from './sender.ts'
import type { LetterLine } from './sink.ts'
import { startSink } from './start-sink.ts'

const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, sabotage: { type: 'string' } },
})
if (values.sabotage !== undefined && values.sabotage !== 'retry') throw new Error('--sabotage retry')
const root = fileURLToPath(new URL('../../..', import.meta.url))
const letters = values.short ? 20 : 200
const aPress = 20
const patienceMs = 120_000
/** Seconds between attempts, and how long a second letter is waited for: it would come in that time. */
const pauses = '1,1,1'
const quietMs = 10_000

const began = Date.now()
const say = (line: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)

async function signIn(instance: ProofInstance, sender: Sender, signInId: string): Promise<Visitor> {
  const visitor = new Visitor(instance.origin)
  const answer = await visitor.act('/sign-in', signInId, { email: sender.email, password })
  if (answer.redirect === '') throw new Error(`cannot sign in: ${answer.status}`)
  return visitor
}

/** Sends everything, waits until it is final, asks for each again, and waits whether anything more comes. */
async function send(folder: string, instance: ProofInstance, owner: postgres.Sql, sender: Sender) {
  const { actions } = readSurfaces(folder)
  const idOf = (name: string) => actions.find((action) => action.name === name)?.id ?? ''
  const visitor = await signIn(instance, sender, idOf('signInAction'))
  const { invoiceIds } = sender
  for (let at = 0; at < invoiceIds.length; at += aPress) {
    const some = invoiceIds.slice(at, at + aPress)
    await visitor.act('/send', idOf('sendInvoicesAction'), { 'invoiceIds[]': some })
  }
  const read = () => readDeliveries(owner, [sender.tenantId])
  const isOver = async () => {
    const deliveries = await read()
    return deliveries.length === invoiceIds.length && deliveries.every(isFinal)
  }
  const limit = Date.now() + patienceMs
  while (Date.now() < limit && !(await isOver())) await sleep(500)
  say('Final or given up; asking for each again all the same')
  for (const invoiceId of invoiceIds)
    await visitor.act(`/documents/${invoiceId}`, idOf('tryAgainAction'), { invoiceId })
  await sleep(quietMs)
  return { deliveries: await read(), screen: await readScreen(visitor) }
}

async function prove(folder: string): Promise<Check[]> {
  const sink = await startSink()
  let instance: ProofInstance | undefined
  let owner: postgres.Sql | undefined
  try {
    instance = await startInstance(folder, {
      SMTP_URL: sink.url,
      MAIL_FROM: 'Talong <talong@talong.example>',
      RETRY_PAUSES: pauses,
      UNDO_SECONDS: '0',
    })
    owner = postgres(openPostgres(instance.dataDir).ownerUrl(), { max: 1, onnotice: () => undefined })
    const sender = await makeSender(instance, letters)
    say(`${letters} invoices are ready; sending`)
    const seen = await send(folder, instance, owner, sender)
    return judge({ ...seen, invoiceIds: sender.invoiceIds, ledger: readLines<LetterLine>(sink.ledger) })
  } finally {
    await owner?.end({ timeout: 2 })
    await instance?.stop()
    await sink.stop()
  }
}

function sabotaged(): string {
  return buildAltered(root, 'mail-cut-retry', (folder) =>
    replaceOnce(
      join(folder, 'lib/services/delivery/hand-over-mail.ts'),
      "    case 'unclear':\n      return { state: 'uncertain', code: 'letter-unknown' }\n",
      "    case 'unclear':\n      return { state: 'retrying', code: 'mail-no-answer', afterSeconds: null }\n",
    ),
  )
}

let checks: readonly Check[] = []
try {
  if (values.sabotage === undefined) await buildIfStale(() => say('Building …'))
  else say('Building with retry …')
  checks = await prove(values.sabotage === undefined ? root : sabotaged())
} catch (fault) {
  checks = [
    { what: 'it runs to its end', found: [fault instanceof Error ? `${fault.stack}` : String(fault)] },
  ]
} finally {
  rmSync(join(root, '.proof'), { recursive: true, force: true })
}
const broken = checks.filter(({ found }) => found.length > 0)
for (const { what, found } of broken)
  console.log(`  did not hold: ${what} (${found.length})\n    ${found.slice(0, 5).join('\n    ')}`)
const facts = { passed: checks.length - broken.length, failed: broken.length, sabotage: values.sabotage }
const failures = broken.map(({ what, found }) => ({ what, count: found.length, found: found.slice(0, 20) }))
const seconds = Math.round((Date.now() - began) / 1000)
writeReport(root, 'mail-cut', { ...facts, letters, failures, seconds })
say(`${letters} letters; load ${loadavg()[0]?.toFixed(2)}`)
console.log(`\n${facts.passed} passed, ${facts.failed} failed`)
process.exitCode = broken.length > 0 ? 1 : 0
