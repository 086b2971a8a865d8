import type { Shape } from '../shape.ts'
import type { settings as source } from '../sv/settings.ts'

/** Settings of user and company: English. */
export const settings = {} as const satisfies Shape<typeof source>
