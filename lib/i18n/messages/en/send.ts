import type { Shape } from '../shape.ts'
import type { send as source } from '../sv/send.ts'

/** Approve and send: English. */
export const send = {} as const satisfies Shape<typeof source>
