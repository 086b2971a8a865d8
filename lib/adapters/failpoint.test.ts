import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talong-failpoint-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A process of its own that comes past `a.b`, and then says that it lives. */
function pass(env: Record<string, string>) {
  const program = `import { failpoint } from './lib/adapters/failpoint.ts'\nfailpoint('a.b')\nconsole.log('lives')`
  const { signal, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: new URL('../..', import.meta.url),
    env: { NODE_ENV: 'production', ...env },
    encoding: 'utf8',
  })
  return { signal, said: stdout.trim() }
}

const lives = { signal: null, said: 'lives' }

test('a process ends at an armed failpoint at once, and the next one passes it', () => {
  writeFileSync(join(folder, 'a.b'), '')
  expect(pass({ FAILPOINTS: folder })).toEqual({ signal: 'SIGKILL', said: '' })
  expect(existsSync(join(folder, 'a.b'))).toBe(false)
  expect(pass({ FAILPOINTS: folder })).toEqual(lives)
})

test('nothing happens without the folder, beside a public address, or at another point', () => {
  writeFileSync(join(folder, 'a.b'), '')
  expect(pass({})).toEqual(lives)
  expect(pass({ FAILPOINTS: folder, PUBLIC_ORIGIN: 'https://talong.example' })).toEqual(lives)
  rmSync(join(folder, 'a.b'))
  writeFileSync(join(folder, 'a.c'), '')
  expect(pass({ FAILPOINTS: folder })).toEqual(lives)
  expect(existsSync(join(folder, 'a.c'))).toBe(true)
})
