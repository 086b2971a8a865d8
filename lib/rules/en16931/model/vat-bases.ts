import { type Decimal, negate, zero } from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import { askedOnce } from '../../asked-once.ts'
import { lineNames } from '../../rule.ts'
import { find, normalText, one } from '../../xpath.ts'
import { decimalIn, plus } from './amounts.ts'
import { atTop, isAllowance, isCharge } from './places.ts'
import { codesByRate } from './vat-families.ts'

/** What a document says is taxable, by the name of its lines, the VAT category and, where asked, the rate. */
export type VatBases = {
  /** Lines (BT-131) plus charges (BT-99) minus allowances (BT-92). */
  readonly sum: (line: string, code: string, rate?: Decimal) => Decimal
  /** Tells whether a line, or any allowance or charge on any level, has both the category and the rate. */
  readonly has: (line: string, code: string, rate: Decimal) => boolean
}

/** Allowances and charges are kept beside the lines, under the name of their element. */
const adjustments = 'cac:AllowanceCharge'

/**
 * The sums of amounts, worked out in one pass. An amount with several categories counts for each of them, and for each
 * of its rates together with each of its codes: the official tests look for the two apart.
 */
export const vatBases = askedOnce((document): VatBases => {
  const sums = new Map<string, Decimal>()
  const seen = new Set<string>()
  const count = (name: string, categories: readonly UblElement[], amount: Decimal | null): void => {
    for (const group of groupsOf(categories)) {
      const key = `${name}\n${group}`
      seen.add(key)
      if (amount !== null) sums.set(key, plus(amount, sums.get(key) ?? null))
    }
  }
  for (const name of lineNames) {
    for (const line of document.named(name)) {
      const amount = atTop(line) ? decimalIn(line, 'cbc:LineExtensionAmount') : null
      count(name, find(line, 'cac:Item', 'cac:ClassifiedTaxCategory'), amount)
    }
  }
  for (const each of document.named(adjustments)) {
    count(adjustments, find(each, 'cac:TaxCategory'), atTop(each) ? signedAmount(each) : null)
  }
  const sumOf = (name: string, group: string) => sums.get(`${name}\n${group}`) ?? zero
  return {
    sum: (line, code, rate) =>
      plus(sumOf(line, groupOf(code, rate)), sumOf(adjustments, groupOf(code, rate))),
    has: (line, code, rate) =>
      [line, adjustments].some((name) => seen.has(`${name}\n${groupOf(code, rate)}`)),
  }
})

function signedAmount(adjustment: UblElement): Decimal | null {
  const amount = decimalIn(adjustment, 'cbc:Amount')
  if (amount === null || isCharge(adjustment)) return amount
  return isAllowance(adjustment) ? negate(amount) : null
}

/** What nearly every line has: one category. Nobody asks for the sum over all rates of one that is summed by rate. */
function groupsOfOne(category: UblElement): readonly string[] {
  const code = normalText(one(category, 'cbc:ID'))
  if (!codesByRate.includes(code)) return [code]
  const rate = decimalIn(category, 'cbc:Percent')
  return rate === null ? [] : [groupOf(code, rate)]
}

/** The key of a category alone, or with a rate: equal numbers are one rate, however they are written. */
function groupOf(code: string, rate?: Decimal): string {
  return rate === undefined ? code : `${code}\n${rate.toFixed()}`
}

function groupsOf(categories: readonly UblElement[]): Iterable<string> {
  const [only, ...others] = categories
  if (only === undefined) return []
  if (others.length === 0) return groupsOfOne(only)
  const codes = new Set(categories.map((category) => normalText(one(category, 'cbc:ID'))))
  const groups = new Set(codes)
  for (const code of codesByRate) {
    if (!codes.has(code)) continue
    for (const category of categories) {
      const rate = decimalIn(category, 'cbc:Percent')
      if (rate !== null) groups.add(groupOf(code, rate))
    }
  }
  return groups
}
