import type { Shape } from '../shape.ts'
import type { register as source } from '../sv/register.ts'

/** Registering a company: English. */
export const register = {} as const satisfies Shape<typeof source>
