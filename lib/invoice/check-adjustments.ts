import { isReasonOf } from '#lib/codelists/adjustment-reasons.ts'
import { isVatChoice, needsOf } from '#lib/codelists/vat-choices.ts'
import { decimal } from '#lib/core/decimal.ts'
import { isBlankText } from '#lib/core/text.ts'
import { type NumberRule, numberProblem, type Problem } from './check-number.ts'
import { type DraftAdjustment, type DraftLine, filledLines, type InvoiceDraft } from './draft.ts'
import { type Fault, fault, lineFault } from './faults.ts'

const shared = {
  missing: 'adjustment-value-missing',
  unreadable: 'adjustment-unreadable',
  negative: 'adjustment-negative',
} as const

const amountRule: NumberRule = {
  ...shared,
  tooLarge: { code: 'adjustment-too-large', max: decimal('1000000000000') },
  decimals: { code: 'adjustment-decimals', max: 2 },
}

const percentRule: NumberRule = {
  ...shared,
  zero: 'adjustment-percent',
  tooLarge: { code: 'adjustment-percent', max: decimal('100') },
  decimals: { code: 'adjustment-decimals', max: 4 },
}

/** Judges the discounts and charges of a line (BG-27, BG-28): `lines.<line>.adjustments.<key>.value` and `.reason`. */
export function checkLineAdjustments(line: DraftLine, number: number): readonly Fault[] {
  return line.adjustments.flatMap((each) =>
    problemsOf(each).map(([cell, { code, params }]) =>
      lineFault(code, line.key, `adjustments.${each.key}.${cell}`, number, params ?? {}),
    ),
  )
}

/** Judges the discounts and charges of the document (BG-20, BG-21): `adjustments.<key>.value` and so on. */
export function checkDocumentAdjustments(draft: InvoiceDraft): readonly Fault[] {
  const lineChoices = new Set(filledLines(draft).map((line) => line.vatChoice))
  return draft.adjustments.flatMap((each) => {
    const vat: readonly (readonly [string, Problem])[] = isVatOf(each.vatChoice, lineChoices)
      ? []
      : [['vatChoice', { code: 'adjustment-vat-missing' }]]
    return [...problemsOf(each), ...vat].map(([cell, { code, params }]) =>
      fault(code, `adjustments.${each.key}.${cell}`, { line: 0, ...params }),
    )
  })
}

/** None, or a known choice; one whose reason is typed by hand needs a line that tells it. */
function isVatOf(choice: string, lineChoices: ReadonlySet<string>): boolean {
  if (choice === '') return true
  return isVatChoice(choice) && (needsOf(choice).reason !== true || lineChoices.has(choice))
}

function problemsOf({
  isCharge,
  reasonCode,
  reason,
  value,
  unit,
}: DraftAdjustment): readonly (readonly [string, Problem])[] {
  const number =
    unit === 'percent'
      ? numberProblem(value.replace(/\s*%\s*$/, ''), percentRule)
      : numberProblem(value, amountRule)
  const hasReason = reasonCode === '' ? !isBlankText(reason) : isReasonOf(isCharge, reasonCode)
  return [
    ...(number === null ? [] : [['value', number] as const]),
    ...(hasReason ? [] : [['reason', { code: 'adjustment-reason-missing' }] as const]),
  ]
}
