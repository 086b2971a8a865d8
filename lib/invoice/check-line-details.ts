import { isCountryCode } from '#lib/codelists/countries.ts'
import { isItemClassification } from '#lib/codelists/item-classifications.ts'
import { isVatChoice, needsOf } from '#lib/codelists/vat-choices.ts'
import { readAmount } from '#lib/core/amount-input.ts'
import { compareDates, type IsoDate, readDateInput } from '#lib/core/dates.ts'
import { compare } from '#lib/core/decimal.ts'
import { isBlankText } from '#lib/core/text.ts'
import { parseGtin } from '#lib/party/gln.ts'
import { type NumberRule, numberProblem, type Problem } from './check-number.ts'
import type { DraftLine } from './draft.ts'
import { type Fault, lineFault } from './faults.ts'
import { readDate } from './terms.ts'

/** The period of the document, which the lines' own must keep within, and the day typed dates are read from. */
export type DocumentPeriod = {
  readonly start: IsoDate | null
  readonly end: IsoDate | null
  readonly today: IsoDate
}

type CellProblem = readonly [cell: string, problem: Problem | null]

const listPriceRule: NumberRule = {
  unreadable: 'list-price-unreadable',
  negative: 'list-price-negative',
  decimals: { code: 'list-price-decimals', max: 10 },
}

const baseQuantityRule: NumberRule = {
  unreadable: 'base-quantity-unreadable',
  negative: 'base-quantity-unreadable',
  zero: 'base-quantity-unreadable',
  decimals: { code: 'base-quantity-decimals', max: 4 },
}

/** Judges what a line tells beside its five cells: price details, item details, its own period. */
export function checkLineDetails(line: DraftLine, number: number, period: DocumentPeriod): readonly Fault[] {
  return [...priceProblems(line), ...itemProblems(line), ...periodProblems(line, period)].flatMap(
    ([cell, problem]) =>
      problem === null ? [] : [lineFault(problem.code, line.key, cell, number, problem.params ?? {})],
  )
}

function priceProblems(line: DraftLine): readonly CellProblem[] {
  const [gross, cut] = [readAmount(line.grossPrice), readAmount(line.priceDiscount)]
  const isBelowZero = gross.kind === 'value' && cut.kind === 'value' && compare(cut.value, gross.value) > 0
  const grossProblem = numberProblem(line.grossPrice, {
    ...listPriceRule,
    ...(cut.kind === 'empty' ? {} : { missing: 'list-price-missing' }),
  })
  const cutProblem = numberProblem(line.priceDiscount, listPriceRule)
  return [
    ['baseQuantity', numberProblem(line.baseQuantity, baseQuantityRule)],
    ['grossPrice', grossProblem],
    [
      'priceDiscount',
      cutProblem ?? (grossProblem === null && isBelowZero ? { code: 'list-price-low' } : null),
    ],
  ]
}

function itemProblems(line: DraftLine): readonly CellProblem[] {
  const gtin = line.standardItemId.trim()
  const needsReason = isVatChoice(line.vatChoice) && needsOf(line.vatChoice).reason === true
  const lacksList = !isBlankText(line.classificationCode) && !isItemClassification(line.classificationList)
  return [
    [
      'exemptionReason',
      needsReason && isBlankText(line.exemptionReason) ? { code: 'exemption-reason-missing' } : null,
    ],
    ['standardItemId', gtin === '' || parseGtin(gtin).ok ? null : { code: 'gtin-faulty' }],
    ['classificationList', lacksList ? { code: 'classification-list-missing' } : null],
    [
      'originCountry',
      line.originCountry === '' || isCountryCode(line.originCountry)
        ? null
        : { code: 'origin-country-unknown' },
    ],
    ...line.attributes.flatMap(({ name, value }, index): readonly CellProblem[] => {
      const [hasName, hasValue] = [!isBlankText(name), !isBlankText(value)]
      if (hasName === hasValue) return []
      return hasName
        ? [[`attributes.${index}.value`, { code: 'attribute-value-missing' }]]
        : [[`attributes.${index}.name`, { code: 'attribute-name-missing' }]]
    }),
  ]
}

function periodProblems(line: DraftLine, period: DocumentPeriod): readonly CellProblem[] {
  const cells = ['periodStart', 'periodEnd'] as const
  const unreadable = cells.flatMap((cell): readonly CellProblem[] =>
    readDateInput(line[cell], period.today).kind === 'invalid'
      ? [[cell, { code: 'line-date-unreadable' }]]
      : [],
  )
  if (unreadable.length > 0) return unreadable
  const start = readDate(line.periodStart, period.today)
  const end = readDate(line.periodEnd, period.today)
  if (isBefore(end, start)) return [['periodEnd', { code: 'line-period-reversed' }]]
  return [
    ['periodStart', isBefore(start, period.start) ? { code: 'line-period-starts-early' } : null],
    ['periodEnd', isBefore(period.end, end) ? { code: 'line-period-ends-late' } : null],
  ]
}

function isBefore(a: IsoDate | null, b: IsoDate | null): boolean {
  return a !== null && b !== null && compareDates(a, b) < 0
}
