import { readAmount } from '#lib/core/amount-input.ts'
import { absolute, compare, type Decimal, decimalsOf, isNegative, isZero } from '#lib/core/decimal.ts'
import type { Fault, FaultCode } from './faults.ts'

/** What is wrong with one cell, before it is known where the cell is. */
export type Problem = { readonly code: FaultCode; readonly params?: Fault['params'] }

/** What a typed number must be. A code that is left out = that is allowed. */
export type NumberRule = {
  readonly missing?: FaultCode
  readonly unreadable: FaultCode
  readonly negative?: FaultCode
  readonly zero?: FaultCode
  readonly tooLarge?: { readonly code: FaultCode; readonly max: Decimal }
  readonly decimals: { readonly code: FaultCode; readonly max: number }
}

/** Judges a typed number by its rule: the first thing that is wrong with it, or null. */
export function numberProblem(text: string, rule: NumberRule): Problem | null {
  const read = readAmount(text)
  if (read.kind === 'empty') return rule.missing === undefined ? null : { code: rule.missing }
  if (read.kind === 'invalid') return { code: rule.unreadable }
  if (rule.zero !== undefined && isZero(read.value)) return { code: rule.zero }
  if (rule.negative !== undefined && isNegative(read.value)) return { code: rule.negative }
  const { tooLarge, decimals } = rule
  if (tooLarge !== undefined && compare(absolute(read.value), tooLarge.max) > 0)
    return { code: tooLarge.code }
  if (decimalsOf(read.value) <= decimals.max) return null
  return { code: decimals.code, params: { max: decimals.max } }
}
