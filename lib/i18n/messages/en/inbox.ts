import type { Shape } from '../shape.ts'
import type { inbox as source } from '../sv/inbox.ts'

/** The recipient's inbox: English. */
export const inbox = {} as const satisfies Shape<typeof source>
