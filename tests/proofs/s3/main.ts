/**
 * `npm run proof:s3`: the attachment store on a real S3 server (Debian's Swift, set up by this command where it is
 * root), the same contract on the folder, and invoices while the store is down, silent and damaged. Nothing is lost,
 * nothing damaged is sent, drafts and signing in go on. Writes proofs/s3.json. Exit 0 when all held, 1 when not, 2 when
 * there is no Swift and none can be installed.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openFolderStore } from '#lib/adapters/storage/folder-store.ts'
import { openS3Store } from '#lib/adapters/storage/s3-store.ts'
import { StoreError } from '#lib/adapters/storage/store.ts'
import startCluster from '#tests/setup/cluster.ts'
import { type Check, checkContract } from './contract.ts'
import { checkFaults } from './faults.ts'
import { makeBucket, provideSwift, startSwift } from './swift.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const began = Date.now()
const failures: string[] = []
let passed = 0
const check: Check = (what, holds) => {
  if (holds) passed += 1
  else failures.push(what)
  if (!holds) console.log(`  did not hold: ${what}`)
}
const say = (line: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)

if (!provideSwift(say)) {
  console.error(
    'This proof needs OpenStack Swift: run it as root on Debian, where it installs it itself, or install swift-proxy, swift-account, swift-container, swift-object and memcached.',
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'talong-proof-s3-'))
const undo: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })]
let counts: Record<string, number> = {}
try {
  say('Starting Swift and PostgreSQL …')
  const swift = await startSwift()
  undo.push(swift.stop)
  undo.push(await startCluster())
  await makeBucket(swift.settings)
  say('The contract, on the folder and on Swift')
  await checkContract('folder', openFolderStore(folder), check)
  await checkContract('swift', openS3Store(swift.settings), check)
  await checkRefusals(swift.settings)
  counts = await checkFaults(swift, check, say)
} catch (fault) {
  failures.push(`broke off: ${fault instanceof Error ? fault.stack : String(fault)}`)
  console.error(fault)
} finally {
  for (const step of undo.reverse()) await step()
}

const report = {
  passed,
  failed: failures.length,
  failures,
  ...counts,
  seconds: Math.round((Date.now() - began) / 1000),
  load: loadavg()[0],
}
mkdirSync(join(root, 'proofs'), { recursive: true })
writeFileSync(join(root, 'proofs/s3.json'), `${JSON.stringify(report, null, 2)}\n`)
say(JSON.stringify(counts))
console.log(`${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 ? 1 : 0

type Settings = Parameters<typeof openS3Store>[0]

/** A server that says no is told apart from one that is away. */
async function checkRefusals(settings: Settings): Promise<void> {
  for (const [what, change] of [
    ['a wrong secret', { secretAccessKey: 'not this one' }],
    ['an unknown key', { accessKeyId: 'talong:stranger' }],
    ['a bucket that is not there', { bucket: 'nowhere' }],
  ] as const) {
    const kind = await openS3Store({ ...settings, ...change })
      .put('contract/refused', new Uint8Array([1]))
      .then(() => 'done')
      .catch((error: unknown) => (error instanceof StoreError ? error.kind : 'thrown'))
    check(`swift: ${what} is refused (${kind})`, kind === 'refused')
  }
}
