import { attachmentLimits } from '#lib/forms/attachments.ts'

/** Which limit a file would exceed: its own size, the number of files, or the size of all together. */
export type LimitProblem = 'attachment-too-large' | 'attachments-too-many' | 'attachments-too-large'

/** The limits as a sentence says them. */
export const limitsInMegabytes = {
  fileMb: attachmentLimits.fileBytes / 1_000_000,
  invoiceMb: attachmentLimits.invoiceBytes / 1_000_000,
  files: attachmentLimits.files,
}

/** Says which limit a further file of `size` bytes would exceed beside `others`; null when none. */
export function limitProblem(others: readonly { size: number }[], size: number): LimitProblem | null {
  if (size > attachmentLimits.fileBytes) return 'attachment-too-large'
  if (others.length + 1 > attachmentLimits.files) return 'attachments-too-many'
  const sum = others.reduce((total, each) => total + each.size, size)
  return sum > attachmentLimits.invoiceBytes ? 'attachments-too-large' : null
}
