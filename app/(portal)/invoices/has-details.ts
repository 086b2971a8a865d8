import { type DraftLine, emptyLine } from '#lib/invoice/draft.ts'

/** Cells that every row shows; the others are details. */
const shownCells = new Set(['key', 'itemName', 'quantity', 'unit', 'unitPrice', 'vatChoice', 'lineNote'])

/** Tells whether a line says more than its row shows. */
export function hasDetails(line: DraftLine): boolean {
  const empty = emptyLine(line.key)
  return Object.entries(line).some(([name, value]) => {
    if (shownCells.has(name) || name === 'exemptionReason') return false
    return Array.isArray(value) ? value.length > 0 : value !== empty[name as keyof DraftLine]
  })
}
