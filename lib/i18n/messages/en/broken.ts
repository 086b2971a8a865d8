import type { Shape } from '../shape.ts'
import type { broken as source } from '../sv/broken.ts'

/** The page of a fault of ours: English. */
export const broken = {
  title: 'Something went wrong on our side',
  kept: 'Your drafts are saved.',
  advice: 'Try again in a while. Contact support if the error remains, and give the reference number.',
  reference: 'Reference number:',
  retry: 'Try again',
  toStart: 'To start',
} as const satisfies Shape<typeof source>
