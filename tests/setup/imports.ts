import { posix } from 'node:path'
import { parseSync } from 'vite'

/** What one file asks for: the words of every import, require, import(), export-from and import type in it. */
export function importsOf(path: string, source: string): string[] {
  const { program, errors } = parseSync(path, source)
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message}`)
  const found = new Set<string>()
  collect(program, found)
  return [...found]
}

/** Turns a specifier into a path from the project's root; undefined for a package. */
export function localTarget(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier))
  if (specifier.startsWith('#')) return specifier.slice(1).replace(/^(app|db|lib|scripts|tests)\//, '$1/')
  return undefined
}

/** The package of a specifier: `next/headers` → `next`, `@a/b/c` → `@a/b`, `node:fs/promises` → `node:`. */
export function packageOf(specifier: string, isBuiltin: (name: string) => boolean): string {
  if (specifier.startsWith('node:') || isBuiltin(specifier)) return 'node:'
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** One cycle of files, if the imports have any: the files on it, the first one again at the end. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, above: readonly string[]): string[] | undefined => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file]
    if (done.has(file)) return undefined
    done.add(file)
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...above, file])
      if (cycle) return cycle
    }
    return undefined
  }
  for (const file of graph.keys()) {
    const cycle = visit(file, [])
    if (cycle) return cycle
  }
  return undefined
}

function collect(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, found)
    return
  }
  if (!isNode(node)) return
  const word = specifierOf(node)
  if (isNode(word) && typeof word.value === 'string') found.add(word.value)
  for (const child of Object.values(node)) collect(child, found)
}

/** The part of a node that names another module, if it is a node that does. */
function specifierOf(node: Record<string, unknown>): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source
    case 'TSExternalModuleReference':
      return node.expression
    case 'CallExpression': {
      const callee = node.callee
      const isRequire =
        isNode(callee) && (callee.name === 'require' || isNamed(callee.property, 'resolve', callee))
      return isRequire && Array.isArray(node.arguments) ? node.arguments[0] : undefined
    }
    default:
      return undefined
  }
}

function isNamed(property: unknown, name: string, callee: Record<string, unknown>): boolean {
  const object = callee.object
  return isNode(property) && property.name === name && isNode(object) && object.name === 'require'
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
