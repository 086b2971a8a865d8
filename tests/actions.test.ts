import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

// Every export of a 'use server' file is an address that anybody can post to.

/** The directive on a line of its own; in a comment the words mean nothing. */
const directive = /^\s*['"]use server['"];?\s*$/m

const makers = ['defineAction', 'defineCommand']

/** What is exported of a source and not made by `defineAction` or `defineCommand`. */
function strayExports(path: string, source: string): string[] {
  const { program } = parseSync(path, source)
  return program.body.flatMap((statement) => {
    if (!statement.type.startsWith('Export')) return []
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null
    if (declaration?.type !== 'VariableDeclaration') return [`${path}: ${statement.type}`]
    return declaration.declarations.flatMap((each) => {
      const call = each.init
      const isMade =
        call?.type === 'CallExpression' &&
        call.callee.type === 'Identifier' &&
        makers.includes(call.callee.name)
      return isMade ? [] : [`${path}: ${each.id.type === 'Identifier' ? each.id.name : 'pattern'}`]
    })
  })
}

const sources = globSync('app/**/*.{ts,tsx}').map((path) => ({ path, source: readFileSync(path, 'utf8') }))

test('every export of a ‘use server’ file is made by defineAction or defineCommand', () => {
  const actionFiles = sources.filter(({ source }) => directive.test(source))
  expect(actionFiles.length).toBeGreaterThan(3)
  expect(actionFiles.flatMap(({ path, source }) => strayExports(path, source))).toEqual([])
})

test('no function inside a page becomes an action by its own ‘use server’', () => {
  const inner = sources.filter(({ path, source }) => directive.test(source) && !path.endsWith('actions.ts'))
  expect(inner.map(({ path }) => path)).toEqual([])
})

test('a plain function, a re-export and a default export are found', () => {
  expect(strayExports('a.ts', 'export async function save() {}')).toHaveLength(1)
  expect(strayExports('a.ts', "export { save } from './b.ts'")).toHaveLength(1)
  expect(strayExports('a.ts', 'export default async () => {}')).toHaveLength(1)
  expect(strayExports('a.ts', 'export const save = async () => {}')).toHaveLength(1)
  expect(strayExports('a.ts', 'export const saveAction = defineAction({})')).toEqual([])
})
