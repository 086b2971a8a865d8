import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const call = /\bfailpoint\(([^)]*)\)/g
const plainName = /^'([a-z]+(?:\.[a-z]+(?:-[a-z]+)*)+)'$/

/**
 * The names of all failpoints in the sources below `root`, sorted. Throws where one has no plain name, or where two have
 * the same: one of them could then be missed.
 */
export function findPoints(root: string): string[] {
  const names: string[] = []
  for (const path of globSync('{app,db,lib}/**/*.{ts,tsx}', { cwd: root })) {
    if (path.endsWith('lib/adapters/failpoint.ts') || /\.test\.tsx?$/.test(path)) continue
    for (const [, argument = ''] of readFileSync(join(root, path), 'utf8').matchAll(call)) {
      const name = plainName.exec(argument)?.[1]
      if (name === undefined) throw new Error(`${path}: failpoint(${argument}) has no plain name`)
      if (names.includes(name)) throw new Error(`${path}: there are two failpoints ${name}`)
      names.push(name)
    }
  }
  return names.sort()
}
