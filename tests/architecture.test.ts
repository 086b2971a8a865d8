import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findCycle, importsOf, localTarget, packageOf } from '#tests/setup/imports.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const pure = ['core', 'codelists', 'party', 'invoice', 'ubl', 'rules', 'forms', 'i18n']

/** Room → rooms it may import besides itself, and packages it may import. `node:` stands for all of Node's own. */
const table: Record<string, { rooms: string[]; packages: string[] }> = {
  // Pure: these also run in the browser.
  core: { rooms: [], packages: ['big.js'] },
  codelists: { rooms: ['core'], packages: [] },
  party: { rooms: ['core', 'codelists'], packages: [] },
  invoice: { rooms: ['core', 'codelists', 'party'], packages: [] },
  ubl: { rooms: ['core', 'codelists', 'party', 'invoice'], packages: ['saxes'] },
  rules: { rooms: ['core', 'codelists', 'party', 'ubl'], packages: [] },
  forms: { rooms: ['core', 'codelists', 'party', 'invoice'], packages: ['zod'] },
  i18n: { rooms: ['core'], packages: ['use-intl'] },
  // The server.
  pdf: { rooms: pure, packages: ['fontkit', 'node:', 'pdfkit'] },
  mail: { rooms: pure, packages: ['node:'] },
  adapters: { rooms: ['core', 'party'], packages: ['node:', 'nodemailer', 'pino', 'prom-client', 'zod'] },
  'adapters/storage': { rooms: ['adapters', 'core', 'party'], packages: ['node:', '@aws-sdk/client-s3'] },
  db: { rooms: ['core', 'party', 'invoice'], packages: ['drizzle-orm', 'node:', 'pg-boss', 'postgres'] },
  services: {
    rooms: [...pure, 'pdf', 'mail', 'adapters', 'adapters/storage', 'db'],
    packages: ['@node-rs/argon2', 'node:', 'zod'],
  },
  worker: {
    rooms: [...pure, 'pdf', 'mail', 'adapters', 'adapters/storage', 'db', 'services'],
    packages: ['node:', 'pg-boss', 'zod'],
  },
  seed: {
    rooms: [...pure, 'adapters', 'adapters/storage', 'db', 'services'],
    packages: ['drizzle-orm', 'node:', 'postgres'],
  },
  // The web.
  'app/_server': {
    rooms: [...pure, 'services', 'adapters', 'adapters/storage', 'db'],
    packages: ['next', 'next-auth', 'next-intl', 'node:', 'react', 'server-only', 'zod'],
  },
  'app/_components': {
    rooms: ['core', 'i18n'],
    packages: [
      '@fontsource-variable/*',
      'downshift',
      'lucide-react',
      'next',
      'next-intl',
      'react',
      'react-dom',
    ],
  },
  'app/_invoice': {
    rooms: [...pure, 'app/_components'],
    packages: ['lucide-react', 'next', 'next-intl', 'react'],
  },
  app: {
    rooms: [...pure, 'services', 'app/_server', 'app/_components', 'app/_invoice'],
    packages: ['downshift', 'lucide-react', 'next', 'next-intl', 'react', 'react-dom', 'server-only', 'zod'],
  },
  // proxy.ts and instrumentation.ts: what Next runs beside the routes.
  root: { rooms: [...pure, 'adapters', 'app/_server'], packages: ['next', 'next-intl', 'node:'] },
}

const testPackages = ['fast-check', 'libxml2-wasm', 'node:', 'slimdom', 'vitest']
const bannedFolders = ['common', 'helpers', 'types', 'utils']

/** The room of a path from the root; undefined for what has no room (tests, scripts, configuration). */
function roomOf(path: string): string | undefined {
  const [first = '', second = ''] = path.split('/')
  if (/^db\/seed(\/|\.ts|-)/.test(path)) return 'seed'
  if (first === 'db') return 'db'
  if (path.startsWith('lib/adapters/storage')) return 'adapters/storage'
  if (first === 'lib') return second
  if (first === 'app')
    return ['_server', '_components', '_invoice'].includes(second) ? `app/${second}` : 'app'
  return /^(proxy|instrumentation)(-client)?\.ts$/.test(path) ? 'root' : undefined
}

/** The feature of a file in app: its first folder that is no (group); undefined for what the features share. */
function featureOf(path: string): string | undefined {
  const folders = path
    .split('/')
    .slice(1, -1)
    .filter((folder) => !/^\(.*\)$/.test(folder))
  return folders[0]?.startsWith('_') ? undefined : folders[0]
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path)

function allows(packages: readonly string[], name: string): boolean {
  return packages.some(
    (entry) => entry === name || (entry.endsWith('/*') && name.startsWith(entry.slice(0, -1))),
  )
}

function importFault(path: string, room: string, specifier: string): string | undefined {
  const rules = table[room]
  if (!rules) return `${path}: lib has no room ${room}`
  if (specifier.startsWith('@/')) return `${path}: ${specifier} (write #lib, #db or #app)`
  const target = localTarget(path, specifier)
  if (target === undefined) {
    const name = packageOf(specifier, isBuiltin)
    const allowed = isTest(path) ? [...rules.packages, ...testPackages] : rules.packages
    return allows(allowed, name) ? undefined : `${path}: ${room} may not import ${specifier}`
  }
  const targetRoom = roomOf(target)
  if (isTest(path) && target.startsWith('tests/')) return undefined
  if (targetRoom === undefined || !(targetRoom === room || rules.rooms.includes(targetRoom))) {
    return `${path}: ${room} may not import ${specifier}`
  }
  const [own, other] = [featureOf(path), featureOf(target)]
  return room === 'app' && targetRoom === 'app' && own && other && own !== other
    ? `${path}: feature ${own} may not import ${specifier} of feature ${other}`
    : undefined
}

function nameFault(path: string, source: string): string | undefined {
  const banned = path.split('/').find((part) => bannedFolders.includes(part.replace(/\.tsx?$/, '')))
  if (banned) return `${path}: ${banned} says nothing; name it by its subject`
  if (/(^|\/)index\.tsx?$/.test(path)) return `${path}: no barrel files`
  const forcedByNext = /\/(error|global-error)\.tsx$/.test(path)
  const isClient = /^\s*['"]use client['"]/.test(source)
  if (isClient && !forcedByNext && !/\.client\.tsx?$/.test(path))
    return `${path}: 'use client' belongs in *.client.tsx`
  const isActions = /^\s*['"]use server['"]/.test(source)
  return isActions && !/(^|\/)actions\.ts$/.test(path)
    ? `${path}: 'use server' belongs in actions.ts`
    : undefined
}

/** Every fault of the given files (path from the root → source), one line each. */
function findFaults(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = []
  const graph = new Map<string, string[]>()
  for (const [path, source] of files) {
    const room = roomOf(path)
    const specifiers = importsOf(path, source)
    graph.set(
      path,
      specifiers.flatMap((specifier) => localTarget(path, specifier) ?? []),
    )
    faults.push(...[nameFault(path, source)].filter((fault) => fault !== undefined))
    if (room === undefined) continue
    faults.push(
      ...specifiers
        .map((specifier) => importFault(path, room, specifier))
        .filter((fault) => fault !== undefined),
    )
  }
  const cycle = findCycle(graph)
  return cycle ? [...faults, `cycle: ${cycle.join(' → ')}`] : faults
}

function readProject(): Map<string, string> {
  const folders = ['app', 'db', 'lib', 'scripts', 'tests']
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/')),
  )
  const besides = readdirSync(root).filter((name) => roomOf(name) === 'root')
  return new Map([...below, ...besides].map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

test('every import in the project is one the table of rooms allows', () => {
  const files = readProject()
  expect(files.size).toBeGreaterThan(50)
  expect(findFaults(files)).toEqual([])
})

test('no page, route or action reaches what renders a PDF: only the worker does', () => {
  const files = readProject()
  const targets = (path: string) =>
    importsOf(path, files.get(path) ?? '').flatMap((specifier) => localTarget(path, specifier) ?? [])
  const reachedFrom = (starts: readonly string[]) => {
    const reached = new Set(starts)
    for (const path of reached) for (const target of targets(path)) reached.add(target)
    return [...reached].filter((path) => roomOf(path) === 'pdf')
  }
  expect(reachedFrom([...files.keys()].filter((path) => path.startsWith('app/')))).toEqual([])
  expect(reachedFrom(['lib/worker/main.ts'])).not.toEqual([])
})

describe('a planted fault is found', () => {
  const planted: [what: string, path: string, source: string][] = [
    ['an import upwards', 'lib/invoice/a.ts', `import { send } from '#lib/services/send.ts'`],
    ['a type upwards', 'lib/core/a.ts', `export type A = import('#lib/party/iban.ts').Iban`],
    ['a typeof import()', 'lib/core/a.ts', `export type A = typeof import('../../db/client.ts')`],
    ['an export from above', 'lib/party/a.ts', `export { total } from '../invoice/totals.ts'`],
    ['an export of all', 'lib/rules/a.ts', `export * from '#lib/services/send.ts'`],
    ['a require', 'lib/ubl/a.ts', `const client = require('../../db/client.ts')`],
    ['a bare folder', 'lib/forms/a.ts', `import { client } from '../../db'`],
    ['import =', 'lib/codelists/a.ts', `import fs = require('node:fs')`],
    ['import()', 'app/sent/page.tsx', `export const load = () => import('#db/client.ts')`],
    ['Node in a pure room', 'lib/core/a.ts', `import { readFileSync } from 'fs'`],
    ['drizzle outside db', 'lib/services/a.ts', `import { eq } from 'drizzle-orm'`],
    ['postgres outside db', 'lib/worker/a.ts', `import postgres from 'postgres'`],
    ['pg-boss in the web', 'app/_server/a.ts', `import { PgBoss } from 'pg-boss'`],
    [
      'the AWS SDK outside storage',
      'lib/adapters/mail/a.ts',
      `import { S3Client } from '@aws-sdk/client-s3'`,
    ],
    ['next below app', 'lib/services/a.ts', `import { headers } from 'next/headers'`],
    ['react below app', 'lib/i18n/a.ts', `import type { ReactNode } from 'react'`],
    ['next-auth outside _server', 'app/sent/page.tsx', `import { getServerSession } from 'next-auth'`],
    ['adapters in a page', 'app/sent/page.tsx', `import { openLog } from '#lib/adapters/log.ts'`],
    ['the domain in _components', 'app/_components/a.tsx', `import { total } from '#lib/invoice/totals.ts'`],
    ['a sibling feature', 'app/(portal)/sent/page.tsx', `import { Row } from '../drafts/row.tsx'`],
    ['tests in the product', 'lib/services/a.ts', `import { x } from '#tests/setup/database.ts'`],
    ['a room without a line', 'lib/extras/a.ts', `import { x } from '#lib/core/decimal.ts'`],
    ['an alias of another kind', 'app/sent/page.tsx', `import { x } from '@/lib/core/decimal.ts'`],
    ['a folder that says nothing', 'lib/core/utils/a.ts', 'export const a = 1'],
    ['a barrel', 'lib/party/index.ts', `export * from './iban.ts'`],
    ['a client file without its name', 'app/sent/row.tsx', `'use client'\nexport const a = 1`],
    ['actions without their name', 'app/sent/send.ts', `'use server'\nexport const a = 1`],
  ]
  test.each(planted)('%s', (_what, path, source) => {
    expect(findFaults(new Map([[path, source]]))).toHaveLength(1)
  })

  test('a cycle through three files', () => {
    const files = new Map([
      ['lib/core/a.ts', `import './b.ts'`],
      ['lib/core/b.ts', `export type C = import('#lib/core/c.ts').C`],
      ['lib/core/c.ts', `export * from './a.ts'`],
    ])
    expect(findFaults(files)).toEqual([
      'cycle: lib/core/a.ts → lib/core/b.ts → lib/core/c.ts → lib/core/a.ts',
    ])
  })

  test('and what the table allows is no fault', () => {
    const files = new Map([
      [
        'lib/services/a.ts',
        `import { x } from '#db/queries/invoices.ts'\nimport type { Y } from '#lib/core/result.ts'`,
      ],
      [
        'app/(portal)/sent/page.tsx',
        `import { x } from './row.tsx'\nimport { y } from '#app/_components/button.tsx'`,
      ],
      ['lib/core/a.test.ts', `import { test } from 'vitest'\nimport { readFileSync } from 'node:fs'`],
    ])
    expect(findFaults(files)).toEqual([])
  })
})
