import { join } from 'node:path'
import { buildAltered, replaceOnce } from '../altered-build.ts'

/** Each is a mistake that a sender can be made with, and that this proof must find. */
export const sabotages = ['random-id', 'late-attempt'] as const

/** A mistake to build in. */
export type Sabotage = (typeof sabotages)[number]

const patches: Readonly<Record<Sabotage, (folder: string) => void>> = {
  'random-id': giveRandomIds,
  // An attempt is recorded once it has been made, not before.
  'late-attempt': (folder) => {
    const file = join(folder, 'lib/services/delivery/deliver.ts')
    replaceOnce(
      file,
      `const number = await beginAttempt(tx, tenantId, deliveryId, { after, now: started })
    const found = number === null ? null : await findDelivery(tx, tenantId, deliveryId)
`,
      `const found = await findDelivery(tx, tenantId, deliveryId)
    const isOpen = found !== null && ['queued', 'retrying', 'sending'].includes(found.delivery.state)
    const number = isOpen ? found.delivery.attempts + 1 : null
`,
    )
    replaceOnce(
      file,
      'const outcome = await handOver(ctx, attempt)\n',
      `const outcome = await handOver(ctx, attempt)
  await withTenant(ctx.db, tenantId, (tx) => beginAttempt(tx, tenantId, deliveryId, { after, now: started }))
`,
    )
  },
}

/** Every attempt has a message id of its own. */
export function giveRandomIds(folder: string): void {
  replaceOnce(
    join(folder, 'lib/services/delivery/hand-over-access-point.ts'),
    'const { messageId } = delivery\n',
    'const messageId = crypto.randomUUID() ?? delivery\n',
  )
}

/** A copy of the sources with the mistake, built. Gives its folder; throws when what it changes is not there. */
export function buildSabotaged(root: string, name: Sabotage): string {
  return buildAltered(root, `crash-${name}`, patches[name])
}
