import { isUnitCode } from '#lib/codelists/units.ts'
import { isOfferedVatChoice, isVatChoice } from '#lib/codelists/vat-choices.ts'
import { readAmount } from '#lib/core/amount-input.ts'
import { compare, type Decimal, decimal, decimalsOf, isNegative, isZero, negate } from '#lib/core/decimal.ts'
import { type DraftLine, type InvoiceDraft, isEmptyLine } from './draft.ts'
import { type Fault, type FaultCode, fault, lineFault } from './faults.ts'

const maxQuantity = decimal('9999999')
const maxPrice = decimal('1000000000000')
const maxQuantityDecimals = 4
const maxPriceDecimals = 10

type Problem = { readonly code: FaultCode; readonly params?: Fault['params'] }

/** Judges the lines of a draft (BG-25): at least one, and in each filled one item, quantity, unit, price and VAT. */
export function checkLines(draft: InvoiceDraft): readonly Fault[] {
  const faults = draft.lines.flatMap((line, index) => (isEmptyLine(line) ? [] : checkLine(line, index + 1)))
  const isEmpty = draft.lines.every(isEmptyLine)
  return isEmpty ? [fault('lines-missing', 'lines')] : faults
}

function checkLine(line: DraftLine, number: number): readonly Fault[] {
  const problems: readonly (readonly [string, Problem | null])[] = [
    ['itemName', line.itemName.trim() === '' ? { code: 'item-name-missing' } : null],
    ['quantity', quantityProblem(line.quantity)],
    ['unit', isUnitCode(line.unit) ? null : { code: 'unit-missing' }],
    ['unitPrice', priceProblem(line.unitPrice)],
    ['vatChoice', vatProblem(line.vatChoice)],
  ]
  return problems.flatMap(([cell, problem]) =>
    problem === null ? [] : [lineFault(problem.code, line.key, cell, number, problem.params ?? {})],
  )
}

function quantityProblem(text: string): Problem | null {
  const read = readAmount(text)
  if (read.kind === 'empty') return { code: 'quantity-missing' }
  if (read.kind === 'invalid') return { code: 'quantity-unreadable' }
  if (isZero(read.value)) return { code: 'quantity-zero' }
  if (compare(absolute(read.value), maxQuantity) > 0) return { code: 'quantity-too-large' }
  if (decimalsOf(read.value) <= maxQuantityDecimals) return null
  return { code: 'quantity-decimals', params: { max: maxQuantityDecimals } }
}

function priceProblem(text: string): Problem | null {
  const read = readAmount(text)
  if (read.kind === 'empty') return { code: 'price-missing' }
  if (read.kind === 'invalid') return { code: 'price-unreadable' }
  if (isNegative(read.value)) return { code: 'price-negative' }
  if (compare(read.value, maxPrice) >= 0) return { code: 'price-too-large' }
  if (decimalsOf(read.value) <= maxPriceDecimals) return null
  return { code: 'price-decimals', params: { max: maxPriceDecimals } }
}

function vatProblem(choice: string): Problem | null {
  if (choice === '') return { code: 'vat-missing' }
  return isVatChoice(choice) && isOfferedVatChoice(choice) ? null : { code: 'vat-not-offered' }
}

function absolute(value: Decimal): Decimal {
  return isNegative(value) ? negate(value) : value
}
