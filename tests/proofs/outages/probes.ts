import { faults as words } from '#lib/i18n/messages/sv/faults.ts'
import { pdfOf } from '#tests/setup/files.ts'
import { password } from '../isolation/belongings.ts'
import { type Answer, Visitor } from '../isolation/http.ts'
import type { Surfaces } from '../isolation/surfaces.ts'
import { Sender } from '../system/sender.ts'
import type { System } from '../system/system.ts'
import type { Dependency } from './matrix.ts'
import type { Supplies } from './supplies.ts'

/** Something a person does while something is away. `trouble`: what was wrong with the answer; '' when nothing. */
export type Probe = {
  readonly what: string
  readonly ms: number
  readonly mostMs: number
  readonly trouble: string
}

/** Signing in and writing wait for nothing else. */
const promptMs = 5_000
/** What needs the store waits for its limits: two tries of two seconds. */
const storeMs = 8_000
/** The longest until somebody is told that it did not work. */
const answerMs = 20_000

/** Who does it: a person of the supplier whose browser is signed in already. */
export type Person = {
  readonly system: System
  readonly surfaces: Surfaces
  readonly supplies: Supplies
  readonly browser: Visitor
}

/** What must go on, or be said plainly, while this is away. */
export async function probe(person: Person, dependency: Dependency): Promise<Probe[]> {
  if (dependency === 'database') return Promise.all(withoutDatabase(person))
  const going = [signIn(person), write(person), look(person)]
  return Promise.all(dependency === 'storage' ? [...going, uploadInVain(person)] : going)
}

async function timed(what: string, mostMs: number, work: () => Promise<string>): Promise<Probe> {
  const began = performance.now()
  const trouble = await work().catch((fault: unknown) => `no answer: ${fault}`)
  return { what, mostMs, trouble, ms: Math.round(performance.now() - began) }
}

function signIn({ system, surfaces, supplies }: Person): Promise<Probe> {
  return timed('somebody signs in', promptMs, async () => {
    await new Sender(system, supplies, surfaces).browser('web-2')
    return ''
  })
}

/** Saves the draft with something new in it, and reads it back. */
function write({ browser, supplies: { draft } }: Person): Promise<Probe> {
  return timed('a draft is written', promptMs, async () => {
    const content = { ...draft.content, buyerReference: 'skrivet under avbrottet' }
    const saved = await save(browser, draft.id, draft.revision, content)
    if (saved.status !== 200) return `saving answers ${saved.status}`
    const read = await browser.get(`/api/drafts/${draft.id}`)
    return read.text.includes('skrivet under avbrottet') ? '' : `reading answers ${read.status}`
  })
}

function save(browser: Visitor, id: string, revision: number, draft: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return browser.send('PUT', `/api/drafts/${id}`, JSON.stringify({ revision, draft }), headers)
}

function look({ browser }: Person): Promise<Probe> {
  return timed('the sent documents are listed', promptMs, async () => {
    const { status } = await browser.get('/documents')
    return status === 200 ? '' : `it answers ${status}`
  })
}

function upload({ browser, supplies: { draft } }: Person): Promise<Answer> {
  const headers = { 'content-type': 'application/pdf', 'x-file-name': 'ritning.pdf' }
  return browser.send(
    'POST',
    `/api/invoices/${draft.id}/attachments`,
    new Uint8Array(pdfOf('', 200_000)),
    headers,
  )
}

function uploadInVain(person: Person): Promise<Probe> {
  return timed('a file that cannot be kept is said to be so', storeMs, async () => {
    const { status, text } = await upload(person)
    return status === 503 && text.includes(words['store-away'])
      ? ''
      : `it answers ${status}: ${text.slice(0, 200)}`
  })
}

/** Nothing can be done; each answer says so in plain words, with a number to ask by, and shows no innards. */
function withoutDatabase({ system, surfaces, supplies, browser }: Person): Promise<Probe>[] {
  const told = (what: string, ask: () => Promise<Answer>) =>
    timed(what, answerMs, async () => {
      const { status, text, requestId } = await ask()
      const innards = /\n\s+at \S.*:\d+:\d+|ECONN|CONNECT_TIMEOUT|PostgresError|node_modules/.exec(text)?.[0]
      if (innards !== undefined) return `it shows ${innards}`
      return requestId === '' ? `${status} without a number to ask by` : ''
    })
  const signInId = surfaces.actions.find(({ name }) => name === 'signInAction')?.id ?? ''
  const { draft, email } = supplies
  return [
    told('who signs in is told', async () => {
      const answer = await new Visitor(system.origins['web-2']).act('/sign-in', signInId, { email, password })
      const isPlain = answer.redirect !== '' || answer.text.includes('Något gick fel hos oss')
      return isPlain ? answer : { ...answer, requestId: '' }
    }),
    told('a page is answered', () => browser.get('/documents')),
    told('saving a draft is answered', () => save(browser, draft.id, draft.revision, draft.content)),
  ]
}

/** Afterwards: what was saved is there, it can be saved again, and a file is taken. */
export async function probeAfter(person: Person): Promise<Probe[]> {
  const { browser, supplies } = person
  const { id } = supplies.draft
  const written = await timed('afterwards the draft is there and goes on', promptMs, async () => {
    const read = await browser.get(`/api/drafts/${id}`)
    if (read.status !== 200) return `reading answers ${read.status}`
    const { revision, draft } = JSON.parse(read.text) as { revision: number; draft: object }
    const { status } = await save(browser, id, revision, { ...draft, buyerReference: 'skrivet efteråt' })
    return status === 200 ? '' : `saving answers ${status}`
  })
  const kept = await timed('afterwards a file is kept', storeMs, async () => {
    const { status, text } = await upload(person)
    return status === 201 ? '' : `it answers ${status}: ${text.slice(0, 200)}`
  })
  return [written, kept]
}
