/**
 * `npm run proof:taps`: on a phone of 360 px, how many taps and keys an invoice takes, each with what was touched, as
 * the page itself noted it. Fails when *Som förra gången* takes more than eight taps from the sign-in page to sent.
 * Starts an instance of its own, or uses the one of TALONG_URL and TALONG_DATA_DIR. The journeys are taps.spec.ts.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '#scripts/build.ts'
import { startInstance } from '../instance.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

async function walk(settings: Readonly<Record<string, string>>): Promise<number> {
  const runner = join(root, 'node_modules/@playwright/test/cli.js')
  const args = [runner, 'test', 'tests/e2e/taps.spec.ts', '--project', 'phone', '--workers', '1']
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...settings, TALONG_TAPS: 'shown' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve) =>
    child.on('error', () => resolve(1)).on('exit', (code) => resolve(code ?? 1)),
  )
}

async function main(): Promise<number> {
  if (process.env.TALONG_URL) return walk({})
  await buildIfStale(() => console.log('Building …'))
  // Sent at once: the ten seconds of Ångra ask for no tap.
  const instance = await startInstance(root, { UNDO_SECONDS: '0' })
  try {
    return await walk({ TALONG_URL: instance.origin, TALONG_DATA_DIR: instance.dataDir })
  } finally {
    await instance.stop()
  }
}

process.exitCode = await main()
