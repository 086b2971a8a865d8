import { isUnitCode } from '#lib/codelists/units.ts'
import { isVatChoice, zeroWithoutReason } from '#lib/codelists/vat-choices.ts'
import { decimal } from '#lib/core/decimal.ts'
import { keptFor } from '#lib/core/kept.ts'
import { isBlankText } from '#lib/core/text.ts'
import { checkLineAdjustments } from './check-adjustments.ts'
import { checkLineDetails, type DocumentPeriod } from './check-line-details.ts'
import { type NumberRule, numberProblem, type Problem } from './check-number.ts'
import { type DraftLine, type InvoiceDraft, isEmptyLine } from './draft.ts'
import { type Fault, fault, lineFault } from './faults.ts'

const quantityRule: NumberRule = {
  missing: 'quantity-missing',
  unreadable: 'quantity-unreadable',
  zero: 'quantity-zero',
  tooLarge: { code: 'quantity-too-large', max: decimal('9999999') },
  decimals: { code: 'quantity-decimals', max: 4 },
}

const priceRule: NumberRule = {
  missing: 'price-missing',
  unreadable: 'price-unreadable',
  negative: 'price-negative',
  tooLarge: { code: 'price-too-large', max: decimal('999999999999.9999999999') },
  decimals: { code: 'price-decimals', max: 10 },
}

/**
 * Judges the lines of a draft (BG-25): at least one; in each filled one item, quantity, unit, price and VAT, its
 * discounts and charges, and its details. `period` is the document's, which a line's own must keep within.
 */
export function checkLines(draft: InvoiceDraft, period: DocumentPeriod): readonly Fault[] {
  const faults = draft.lines.flatMap((line, index) =>
    isEmptyLine(line) ? [] : checkLine(line, index + 1, period),
  )
  const isEmpty = draft.lines.every(isEmptyLine)
  return isEmpty ? [fault('lines-missing', 'lines')] : faults
}

function checkLine(line: DraftLine, number: number, period: DocumentPeriod): readonly Fault[] {
  const key = `${number} ${period.start} ${period.end} ${period.today}`
  return checked(line, key, () => checkAnew(line, number, period))
}

const checked = keptFor<DraftLine, readonly Fault[]>()

function checkAnew(line: DraftLine, number: number, period: DocumentPeriod): readonly Fault[] {
  const problems: readonly (readonly [string, Problem | null])[] = [
    ['itemName', isBlankText(line.itemName) ? { code: 'item-name-missing' } : null],
    ['quantity', numberProblem(line.quantity, quantityRule)],
    ['unit', unitProblem(line.unit)],
    ['unitPrice', unitPriceProblem(line)],
    ['vatChoice', vatProblem(line.vatChoice)],
  ]
  return [
    ...problems.flatMap(([cell, problem]) =>
      problem === null ? [] : [lineFault(problem.code, line.key, cell, number, problem.params ?? {})],
    ),
    ...checkLineAdjustments(line, number),
    ...checkLineDetails(line, number, period),
  ]
}

/** A list price makes the price; what stands in the price's own cell then counts for nothing. */
function unitPriceProblem(line: DraftLine): Problem | null {
  return line.grossPrice.trim() === '' ? numberProblem(line.unitPrice, priceRule) : null
}

function unitProblem(unit: string): Problem | null {
  if (unit === '') return { code: 'unit-missing' }
  return isUnitCode(unit) ? null : { code: 'unit-not-offered' }
}

function vatProblem(choice: string): Problem | null {
  if (choice === '') return { code: 'vat-missing' }
  if (choice === zeroWithoutReason) return { code: 'vat-reason-missing' }
  return isVatChoice(choice) ? null : { code: 'vat-not-offered' }
}
