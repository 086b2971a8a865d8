import type { Shape } from '../shape.ts'
import type { documents as source } from '../sv/documents.ts'

/** Sent documents and the invoice detail: English. */
export const documents = {} as const satisfies Shape<typeof source>
