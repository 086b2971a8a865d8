import { attachmentTypes } from '#lib/codelists/attachment-types.ts'

/** File types as people call them: `PDF, XLSX`. */
export function mimeEndings(types: readonly string[]): string {
  return attachmentTypes
    .filter(({ mimeCode }) => types.includes(mimeCode))
    .map(({ endings: [ending = ''] }) => ending.toUpperCase())
    .join(', ')
}
