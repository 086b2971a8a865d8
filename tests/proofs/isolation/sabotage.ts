import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildAltered } from '../altered-build.ts'

/**
 * The named sabotage: a copy of the sources whose queries have lost their tenant filter, built. Gives the copy's folder
 * and how many filters were taken out; throws when there were none (then the proof proves nothing).
 */
export function buildWithoutTenantFilter(root: string): { folder: string; removed: number } {
  let removed = 0
  const folder = buildAltered(root, 'without-tenant-filter', (copy) => {
    removed = removeTenantFilters(copy)
    if (removed < 20)
      throw new Error(`only ${removed} tenant filters found in db/queries: the sabotage is not one`)
  })
  return { folder, removed }
}

function removeTenantFilters(folder: string): number {
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
  return removed
}
