import type { Shape } from '../shape.ts'
import type { operator as source } from '../sv/operator.ts'

/** The operator's pages: English. */
export const operator = {} as const satisfies Shape<typeof source>
