import { z } from 'zod'
import { optionalLine } from './text.ts'

/** What an invoice may carry. Megabytes of 1,000,000 bytes, as people read them. Said before a file is chosen. */
export const attachmentLimits = {
  /** 5 MB a file. */
  fileBytes: 5_000_000,
  /** 10 MB an invoice. */
  invoiceBytes: 10_000_000,
  files: 10,
  /** 20 MB for the whole document, files included. */
  xmlBytes: 20_000_000,
} as const

/** Which attachment: to take away, or to bring back. */
export const attachmentForm = z.strictObject({ attachmentId: z.uuid('unreadable') })

/** BT-123 of an attachment. */
export const describeAttachmentForm = z.strictObject({
  attachmentId: z.uuid('unreadable'),
  description: optionalLine(100),
})

/** One place up or down in the order in which the files go into the invoice. */
export const moveAttachmentForm = z.strictObject({
  attachmentId: z.uuid('unreadable'),
  direction: z.enum(['up', 'down'], 'unreadable'),
})
