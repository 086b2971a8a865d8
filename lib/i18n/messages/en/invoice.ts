import type { Shape } from '../shape.ts'
import type { invoice as source } from '../sv/invoice.ts'

/** The invoice form: English. */
export const invoice = {} as const satisfies Shape<typeof source>
