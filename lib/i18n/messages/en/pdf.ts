import type { Shape } from '../shape.ts'
import type { pdf as source } from '../sv/pdf.ts'

/** The invoice as PDF: English. */
export const pdf = {
  pageOf: 'Page {page} of {pages}',
  xmlInside: 'The e-invoice as XML',
  download: 'Download PDF',
  making: 'Making the PDF…',
} as const satisfies Shape<typeof source>
