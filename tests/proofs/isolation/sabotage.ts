import { execFileSync } from 'node:child_process'
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the build is made of. */
const parts = [
  'app',
  'lib',
  'db',
  'public',
  'scripts',
  'package.json',
  'package-lock.json',
  'next.config.ts',
  'next-env.d.ts',
  'tsconfig.json',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
]

/**
 * The named sabotage: a copy of the sources whose queries have lost their tenant filter, built. Gives the copy's folder
 * and how many filters were taken out; throws when there were none (then the proof proves nothing).
 */
export function buildWithoutTenantFilter(root: string): { folder: string; removed: number } {
  const folder = join(root, '.proof', 'without-tenant-filter')
  rmSync(folder, { recursive: true, force: true })
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
  // Hard links: the bundler refuses packages outside its root, and a copy takes its time.
  execFileSync('cp', ['-al', join(root, 'node_modules'), join(folder, 'node_modules')])
  rmSync(join(folder, 'node_modules/.talong-build.json'), { force: true })
  let removed = 0
  for (const file of globSync('db/queries/*.ts', { cwd: folder })) {
    const path = join(folder, file)
    const source = readFileSync(path, 'utf8')
    const open = source.replace(
      /\beq\((?:\w+\.tenantId|companies\.id|parties\.companyId), tenantId\)/g,
      () => {
        removed += 1
        return 'undefined'
      },
    )
    writeFileSync(path, open)
  }
  if (removed < 20)
    throw new Error(`only ${removed} tenant filters found in db/queries: the sabotage is not one`)
  execFileSync(process.execPath, [join(folder, 'scripts/build.ts')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return { folder, removed }
}
