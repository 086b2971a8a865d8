/**
 * `npm test`: everything, or one part: `npm test -- static|unit|integration|browser`. Every part runs even when an earlier
 * one failed. The last line is the sum, `N passed, N failed`; the exit code is 0 only when nothing failed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build.ts'
import { findChromium, installChromium } from './chromium.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BIN = (path: string) => join(ROOT, 'node_modules', path)
const PARTS = ['static', 'unit', 'integration', 'browser'] as const
type Part = (typeof PARTS)[number]

interface Outcome {
  readonly part: string
  readonly passed: number
  readonly failed: number
  readonly note?: string
  /** The tests that failed, by name: said again at the end, for they may stand thousands of lines above it. */
  readonly broken?: readonly string[]
}

const reports = mkdtempSync(join(tmpdir(), 'talong-reports-'))

/** Runs a program of node_modules with its output shown; gives its exit code. */
function run(args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve) =>
    child.on('error', () => resolve(1)).on('exit', (code) => resolve(code ?? 1)),
  )
}

async function staticChecks(): Promise<Outcome[]> {
  console.log('\n== Types and lint')
  const typegen = await run([BIN('next/dist/bin/next'), 'typegen'])
  const types = typegen || (await run([BIN('typescript/bin/tsc'), '--noEmit']))
  const lint = await run([BIN('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])
  const asOutcome = (part: string, code: number) => ({ part, passed: code ? 0 : 1, failed: code ? 1 : 0 })
  return [asOutcome('types', types), asOutcome('lint', lint)]
}

function readReport(file: string): Record<string, unknown> | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : undefined
}

/** Counts of a runner, made honest: a runner that failed, or wrote no report, or ran no test, counts one failure. */
function counted(part: string, code: number, passed: number, failed: number): Outcome {
  if (code === 0 && passed + failed > 0) return { part, passed, failed }
  const note = passed + failed === 0 ? 'ran no test' : failed === 0 ? 'the runner itself failed' : undefined
  return { part, passed, failed: Math.max(failed, 1), ...(note && { note }) }
}

async function vitest(project: 'unit' | 'integration'): Promise<Outcome[]> {
  console.log(`\n== ${project === 'unit' ? 'Unit tests' : 'Integration tests, on a PostgreSQL of their own'}`)
  const file = join(reports, `${project}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run([BIN('vitest/vitest.mjs'), 'run', '--project', project, ...reporters])
  const report = readReport(file) as VitestReport | undefined
  const outcome = counted(project, code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0)
  return [{ ...outcome, broken: report === undefined ? [] : namesOfBroken(report) }]
}

/** What is read here of the report that vitest writes as JSON. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** Each failed test with the first line of why, or the file where that could not be run at all. */
function namesOfBroken({ testResults }: VitestReport): readonly string[] {
  const firstLine = (text: string) => text.split('\n', 1)[0]
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const where = relative(ROOT, name)
    const broken = assertionResults.filter(({ status }) => status === 'failed')
    if (broken.length === 0 && message !== '') return [`${where}: ${firstLine(message)}`]
    return broken.map(
      ({ fullName, failureMessages }) => `${where} › ${fullName}: ${firstLine(failureMessages.join('\n'))}`,
    )
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}

/** Starts an instance as `npm start` does, with data of its own; rejects with its output when it does not get ready. */
async function startInstance(dataDir: string, port: number): Promise<ChildProcess> {
  const given = ['HOST', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL', 'PUBLIC_ORIGIN', 'AUTH_SECRET']
  // What is sent leaves at once: only the undo's own tests wait for it, with a web process that has ten seconds.
  const own = { PORT: String(port), DATA_DIR: dataDir, UNDO_SECONDS: '0' }
  const env: NodeJS.ProcessEnv = { ...process.env, ...own }
  for (const name of given) delete env[name]
  for (const name of Object.keys(env)) if (name.startsWith('S3_')) delete env[name]
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.ts')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text
        if (output.includes('Talong is ready at')) resolve()
      })
    }
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`The instance for the browser tests did not start:\n${output}`)))
  })
  return child
}

function stopInstance(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  child.kill('SIGTERM')
  return ended
}

async function browserTests(): Promise<Outcome[]> {
  console.log('\n== Browser tests, on the production build')
  if (!findChromium() && !installChromium()) {
    const note = 'NOT RUN: no Chromium found (set CHROMIUM_PATH, or TALONG_NO_BROWSER=1 to go without)'
    return [{ part: 'browser', passed: 0, failed: process.env.TALONG_NO_BROWSER === '1' ? 0 : 1, note }]
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'talong-browser-'))
  chmodSync(dataDir, 0o711)
  const file = join(reports, 'browser.json')
  let instance: ChildProcess | undefined
  try {
    await buildIfStale(() => console.log('Building …'))
    const port = await freePort()
    instance = await startInstance(dataDir, port)
    const env = { TALONG_URL: `http://localhost:${port}`, TALONG_DATA_DIR: dataDir, TALONG_REPORT: file }
    const code = await run([BIN('@playwright/test/cli.js'), 'test'], env)
    const stats = readReport(file)?.stats as
      | { expected?: number; unexpected?: number; flaky?: number }
      | undefined
    const tests = counted(
      'browser',
      code,
      stats?.expected ?? 0,
      (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    )
    const stopped = await stopInstance(instance)
    const whole = stopped === 0
    const note = `ended with ${stopped} when asked to stop`
    return [tests, { part: 'stop', passed: whole ? 1 : 0, failed: whole ? 0 : 1, ...(!whole && { note }) }]
  } catch (fault) {
    console.error((fault as Error).message)
    return [{ part: 'browser', passed: 0, failed: 1, note: 'could not start' }]
  } finally {
    if (instance) await stopInstance(instance)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const RUNNERS: Record<Part, () => Promise<Outcome[]>> = {
  static: staticChecks,
  unit: () => vitest('unit'),
  integration: () => vitest('integration'),
  browser: browserTests,
}

function summarise(outcomes: readonly Outcome[]): void {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
  console.log('\n== Summary')
  for (const { part, passed: good, failed: bad, note } of outcomes) {
    console.log(`${part.padEnd(12)} ${good} passed, ${bad} failed${note ? `  (${note})` : ''}`)
  }
  for (const { part, broken = [] } of outcomes) {
    for (const name of broken) console.log(`${part} failed: ${name}`)
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed ? 1 : 0
}

const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !PARTS.some((known) => known === part))
if (unknown.length) {
  console.error(`Unknown part: ${unknown.join(', ')}. Parts: ${PARTS.join(', ')}`)
  process.exitCode = 2
} else {
  const outcomes: Outcome[] = []
  for (const part of PARTS) {
    if (asked.length === 0 || asked.includes(part)) outcomes.push(...(await RUNNERS[part]()))
  }
  summarise(outcomes)
}
rmSync(reports, { recursive: true, force: true })
