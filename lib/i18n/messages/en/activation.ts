import type { Shape } from '../shape.ts'
import type { activation as source } from '../sv/activation.ts'

/** Activation, agreement, choosing a password: English. */
export const activation = {} as const satisfies Shape<typeof source>
