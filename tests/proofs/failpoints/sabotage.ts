import { join } from 'node:path'
import { buildAltered, replaceOnce } from '../altered-build.ts'
import { buildSabotaged as buildCrashSabotaged } from '../crash/sabotage.ts'

/** Each is a mistake that a product can be made with, and that this proof must find. */
export const sabotages = ['late-attempt', 'row-first'] as const

/** A mistake to build in. */
export type Sabotage = (typeof sabotages)[number]

/** A copy of the sources with the mistake, built. Gives its folder; throws when what it changes is not there. */
export function buildSabotaged(root: string, name: Sabotage): string {
  // An attempt is recorded once it has been made, not before.
  if (name === 'late-attempt') return buildCrashSabotaged(root, name)
  // A file is noted before its bytes are stored.
  return buildAltered(root, `failpoints-${name}`, (folder) => {
    const file = join(folder, 'lib/services/attachments/add-attachment.ts')
    const storing = `  failpoint('upload.before-object')
  const stored = await withStore(ctx, () => ctx.store.put(key, bytes))
  failpoint('upload.after-object')
  if (!stored.ok) return refuse(stored.code)
`
    replaceOnce(file, storing, '')
    const committed = "  failpoint('upload.after-commit')\n"
    replaceOnce(file, committed, `${storing}${committed}`)
  })
}
