import { join } from 'node:path'
import { buildAltered, replaceOnce } from '../altered-build.ts'

/** Each is a mistake that a sender can be made with, and that this proof must find. */
export const sabotages = ['no-lock'] as const

/** A mistake to build in. */
export type Sabotage = (typeof sabotages)[number]

const patches: Readonly<Record<Sabotage, (folder: string) => void>> = {
  // What was seen before the document was written still holds afterwards: no lock, and nothing is checked again.
  'no-lock': (folder) =>
    replaceOnce(
      join(folder, 'lib/services/invoices/send-invoices.ts'),
      `const standing = await readSendables(ctx, tx, await lockInvoices(tx, ctx.tenantId, written.map(idOf)))
`,
      `const found = await findInvoices(tx, ctx.tenantId, written.map(idOf))
    const seenAs = new Map(written.map((each) => [idOf(each), each.sendable]))
    const standing = new Map(found.map((invoice) => [invoice.id, succeed(seenAs.get(invoice.id))]))
`,
    ),
}

/** A copy of the sources with the mistake, built. Gives its folder; throws when what it changes is not there. */
export function buildSabotaged(root: string, name: Sabotage): string {
  return buildAltered(root, `double-send-${name}`, patches[name])
}
