import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planSteps } from './proofs/failpoints/errands.ts'
import { findPoints } from './proofs/failpoints/points.ts'
import { type Evidence, judge } from './proofs/failpoints/verdict.ts'

// What the proof of failpoints believes must not be blind: each fault is planted once and found by its own check.

const root = new URL('..', import.meta.url).pathname

test('every failpoint of the source is one that an errand leads past, as often as is asked for', () => {
  const points = findPoints(root)
  expect(points.length).toBeGreaterThan(15)
  const steps = planSteps(points, 3).flat()
  for (const each of points) expect(steps.filter(({ point }) => point === each)).toHaveLength(3)
  expect(() => planSteps([...points, 'elsewhere.before-anything'], 3)).toThrow('elsewhere.before-anything')
})

test('a failpoint that could be missed is refused: without a plain name, or with the name of another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'talong-points-'))
  const pointsOf = (source: string) => {
    writeFileSync(join(folder, 'lib', 'a.ts'), source)
    return findPoints(folder)
  }
  try {
    mkdirSync(join(folder, 'lib'))
    expect(pointsOf(`failpoint('a.one')\nfailpoint('a.two-more')`)).toEqual(['a.one', 'a.two-more'])
    expect(() => pointsOf(`failpoint(name)`)).toThrow('has no plain name')
    expect(() => pointsOf(`failpoint('a.one')\nfailpoint('a.one')`)).toThrow('two failpoints a.one')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const version = (id: string) => ({ invoiceId: id, messageId: `m-${id}`, sha256: `${id} bytes` })
const network = {
  ...version('network'),
  channel: 'access-point' as const,
  state: 'delivered' as const,
  attempts: 2,
}
const inbox = { ...version('inbox'), channel: 'inbox' as const, state: 'delivered' as const, attempts: 1 }
const mailed = { ...version('mail'), channel: 'email' as const, state: 'mailed' as const, attempts: 1 }
const taken = {
  messageId: 'm-network',
  sha256: 'network bytes',
  receiver: '',
  documentType: '',
  country: 'SE',
  fault: 'none' as const,
  at: '',
}
const invoiceLetter = { messageId: 'm-mail', sha256: 'mail bytes', to: 'a@b.example', link: '' }
const link = { messageId: 'l-1', sha256: '', to: 'ny@kund.example', link: 'http://localhost/activate/x' }
const file = { invoiceId: 'draft', fileName: 'a.pdf', sha256: 'file bytes' }

/** Everything as it should be. */
const good: Evidence = {
  points: ['send.after-commit', 'upload.after-object'],
  times: 1,
  hits: ['send.after-commit', 'upload.after-object'],
  ends: 2,
  sent: ['network', 'inbox', 'mail'],
  versions: ['network', 'inbox', 'mail'],
  deliveries: [network, inbox, mailed],
  ledger: [taken],
  inbox: [version('inbox')],
  mail: [invoiceLetter, link],
  letters: [{ id: 'l-1', isSent: true }],
  pdfs: ['m-network', 'm-inbox', 'm-inbox', 'm-mail'],
  uploaded: [file],
  files: [file],
  newcomers: ['ny@kund.example'],
  signedIn: ['ny@kund.example'],
  halfMade: [],
  strayCompanies: 0,
  openJobs: 0,
  stranded: [],
  store: { orphansBefore: 1, sweptAtOnce: 0, orphansAfter: [], missing: [] },
}

const broken = (change: Partial<Evidence>) =>
  judge({ ...good, ...change })
    .checks.filter(({ found }) => found.length > 0)
    .map(({ what }) => what)

test('what went as it should is found to have, and a letter that is unclear is counted apart', () => {
  expect(broken({})).toEqual([])
  const unclear = { ...mailed, state: 'uncertain' as const }
  expect(broken({ deliveries: [network, inbox, unclear] })).toEqual([])
  expect(broken({ deliveries: [network, inbox, unclear], mail: [link] })).toEqual([])
  expect(judge({ ...good, mail: [...good.mail, link] }).counts).toMatchObject({ lettersThatWentAgain: 1 })
  expect(broken({ mail: [...good.mail, link] })).toEqual([])
})

const bytes = 'what was accepted is what the database says was delivered, byte for byte'
const store = good.store

const planted: [fault: string, what: string, change: Partial<Evidence>][] = [
  [
    'a point never hit',
    'a process ended at each of the 2 failpoints, 1 × each',
    { hits: ['send.after-commit'] },
  ],
  ['a point not hit often enough', 'a process ended at each of the 2 failpoints, 2 × each', { times: 2 }],
  ['a point that ends nothing', 'as many processes ended as there were failpoints to end at', { ends: 1 }],
  [
    'a version nobody was told of',
    'each invoice that was said to be sent has one version and one delivery, and no other has',
    { versions: [...good.versions, 'other'] },
  ],
  ['an invoice nobody has', 'no invoice is lost', { ledger: [] }],
  ['the same id accepted again', 'no invoice is accepted twice', { ledger: [taken, taken] }],
  [
    'a letter with an invoice that went again',
    'no invoice is accepted twice',
    { mail: [...good.mail, invoiceLetter] },
  ],
  [
    'one that waits for ever',
    'no delivery is stuck',
    { deliveries: [{ ...network, state: 'retrying' }, inbox, mailed] },
  ],
  [
    'an unclear one that is no letter',
    'nothing is said to have failed, and nothing but a letter to be unclear',
    { deliveries: [{ ...network, state: 'uncertain' }, inbox, mailed] },
  ],
  ['other bytes in an inbox', bytes, { inbox: [{ ...version('inbox'), sha256: 'other' }] }],
  [
    'a letter that the database does not know',
    bytes,
    { mail: [...good.mail, { ...invoiceLetter, sha256: 'o' }] },
  ],
  [
    'a recipient without the PDF',
    'each version has its PDF, with its sender and with a recipient here',
    { pdfs: ['m-network', 'm-inbox', 'm-mail'] },
  ],
  [
    'the same file twice',
    'each file that was said to be uploaded is there once, and no other is',
    { files: [file, { ...file, fileName: 'a (2).pdf' }] },
  ],
  [
    'somebody who cannot sign in',
    'everybody who registered has a whole company and signs in to it',
    { signedIn: [] },
  ],
  [
    'a company without its series',
    'everybody who registered has a whole company and signs in to it',
    { halfMade: ['ny@kund.example'] },
  ],
  ['a company without a user', 'no company is nobody’s', { strayCompanies: 1 }],
  ['a letter that never came', 'each letter that was written has arrived', { mail: [invoiceLetter] }],
  [
    'a job that is open',
    'nothing is left to do, and nothing waits that nothing goes on with',
    { openJobs: 1 },
  ],
  [
    'a row without its object',
    'what a row names lies in the store, byte for byte',
    { store: { ...store, missing: ['key'] } },
  ],
  [
    'an object without a row',
    'after the sweep nothing lies in the store that no row names',
    { store: { ...store, orphansAfter: ['key'] } },
  ],
  ['a sweep too early', 'what is younger than a day is not swept', { store: { ...store, sweptAtOnce: 1 } }],
  ['nothing to sweep', 'the ends left something to sweep', { store: { ...store, orphansBefore: 0 } }],
]

test.each(planted)('%s is found', (_fault, what, change) => {
  expect(broken(change)).toContain(what)
})
