import type { Shape } from '../shape.ts'
import type { start as source } from '../sv/start.ts'

/** The start page: English. */
export const start = {} as const satisfies Shape<typeof source>
