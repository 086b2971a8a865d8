import type { Shape } from '../shape.ts'
import type { customers as source } from '../sv/customers.ts'

/** Customer register, directory search, the wizard: English. */
export const customers = {} as const satisfies Shape<typeof source>
