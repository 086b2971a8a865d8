import { attachmentTypes } from '#lib/codelists/attachment-types.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import type { DemandLimits } from '#lib/invoice/requirement-profile.ts'

/** File types as people call them: `PDF, XLSX`. */
export function mimeEndings(types: readonly string[]): string {
  return attachmentTypes
    .filter(({ mimeCode }) => types.includes(mimeCode))
    .map(({ endings: [ending = ''] }) => ending.toUpperCase())
    .join(', ')
}

/** What the sentence about a recipient's limits on files takes; null when it has none. */
export function fileLimits({ maxFiles, maxTotalBytes }: DemandLimits, recipient: string) {
  if (maxFiles === undefined && maxTotalBytes === undefined) return null
  const hasBoth = maxFiles !== undefined && maxTotalBytes !== undefined
  const size = maxTotalBytes === undefined ? 'none' : formatNumber(String(maxTotalBytes / 1_000_000))
  return { recipient, files: maxFiles ?? 0, and: hasBoth ? 'yes' : 'no', size } as const
}
