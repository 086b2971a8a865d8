import type { Shape } from '../shape.ts'
import type { help as source } from '../sv/help.ts'

/** Help and the page More: English. */
export const help = {} as const satisfies Shape<typeof source>
