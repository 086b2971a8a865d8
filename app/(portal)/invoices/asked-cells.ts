import { keptFor } from '#lib/core/kept.ts'
import { type DemandableCell, demandableCells, type FieldCode } from '#lib/invoice/requirement-profile.ts'

/** A cell that stands behind *Mer om raden* until a recipient asks for it; the note has a row of its own. */
export type DetailCellName = Exclude<DemandableCell, 'lineNote'>

const detailCells = new Set<string>(demandableCells.filter((cell) => cell !== 'lineNote'))

/** Of all a recipient asks for, the cells of each line, in its own order; the same list for the same demands. */
export function askedCells(asked: readonly FieldCode[]): readonly DetailCellName[] {
  return kept(asked, '', () =>
    asked
      .flatMap((code) => (code.startsWith('lines.') ? code.slice('lines.'.length) : []))
      .filter(isDetailCell),
  )
}

const kept = keptFor<readonly FieldCode[], readonly DetailCellName[]>()

function isDetailCell(cell: string): cell is DetailCellName {
  return detailCells.has(cell)
}
