import type { StoredVerdict } from '#db/schema/invoices.ts'
import { todayInStockholm } from '#lib/core/dates.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { formFieldOf } from '#lib/rules/form-field.ts'
import { cenRelease, ruleSetOn } from '#lib/rules/rule-sets.ts'
import { validateDocument } from '#lib/rules/validate.ts'
import { readXml } from '#lib/ubl/read-xml.ts'

/** A rule that stops a document. `fieldOf`: its field of the form, given the keys of the lines that were written. */
export type BrokenRule = {
  readonly rule: string
  readonly fieldOf: (lineKeys: readonly string[]) => string
}

/** What is said of a document that is no valid UBL at all: a bug of ours, by a name and not by a rule. */
const structureRule = 'UBL-2.1'

/**
 * Judges exactly these bytes by the schema and by every rule in force on the day. Fails closed: bytes that cannot be
 * read or judged, or that break a rule that stops, are `not-valid`, each broken rule once.
 */
export function judgeBytes(
  bytes: Uint8Array,
  now: Date,
): Result<StoredVerdict, 'not-valid', readonly BrokenRule[]> {
  const ruleSet = ruleSetOn(todayInStockholm(now))
  const read = readXml(bytes)
  if (!read.ok) return fail('not-valid', [unjudged])
  const { verdict, fired } = validateDocument(read.value, ruleSet)
  if (verdict === 'structure') return fail('not-valid', [unjudged])
  const stops = new Map(fired.filter(({ rule }) => rule.flag === 'fatal').map((each) => [each.rule.id, each]))
  if (verdict === 'fatal') {
    return fail(
      'not-valid',
      [...stops.values()].map((each) => ({
        rule: each.rule.id,
        fieldOf: (lineKeys) => formFieldOf(each, lineKeys),
      })),
    )
  }
  return succeed({
    ruleSet: ruleSet.release,
    cen: cenRelease,
    verdict,
    warnings: [...new Set(fired.map(({ rule }) => rule.id))],
  })
}

const unjudged: BrokenRule = { rule: structureRule, fieldOf: () => '' }

/** A verdict as the timeline shows it. What is kept has no faults that stop: that it has none is the evidence. */
export function verdictEvidence({
  ruleSet,
  cen,
  warnings,
}: StoredVerdict): Readonly<Record<string, string | number>> {
  return {
    rules: `Peppol BIS Billing ${ruleSet} · EN 16931 UBL ${cen}`,
    errors: 0,
    warnings: warnings.length,
  }
}
