import type { IsoDate } from '#lib/core/dates.ts'
import { codesPattern } from './en16931/code-rules.ts'
import { modelPattern } from './en16931/model-pattern.ts'
import { documentOccurrences } from './en16931/syntax/occurrences.ts'
import { syntaxPatternWith } from './en16931/syntax/syntax-contexts.ts'
import { formEnCodeLists, formPeppolCodeLists } from './form-code-lists.ts'
import type { RuleSet } from './judge.ts'
import { peppolGeneralPatterns } from './peppol/general-patterns.ts'
import { type ReleaseDay, releaseOn } from './release-days.ts'
import { generalRelease3022 } from './releases/release-3022.ts'
import type { Pattern } from './rule.ts'
import { isFormRule } from './rule-fields.ts'

const cen = ofForms([modelPattern, syntaxPatternWith(documentOccurrences), codesPattern(formEnCodeLists)])
const peppol = ofForms(peppolGeneralPatterns(formPeppolCodeLists))

/** What only somebody else's document can break is left out; contexts stay, for they decide which one judges. */
function ofForms(patterns: readonly Pattern[]): readonly Pattern[] {
  return patterns.map((pattern) =>
    pattern.map((context) => ({ ...context, rules: context.rules.filter(({ id }) => isFormRule(id)) })),
  )
}

const sets: Readonly<Record<ReleaseDay['release'], RuleSet>> = {
  '3.0.21': { release: '3.0.21', patterns: [...cen, ...peppol] },
  '3.0.22': { release: '3.0.22', patterns: [...cen, ...generalRelease3022(peppol)] },
}

/**
 * The rules that judge a form's document on a day: all that a person's input or our own writer can break, with code
 * lists cut to what the form offers. Not those that only somebody else's document can break, nor other countries'.
 * Small enough for a browser; the server judges by all.
 */
export function formRuleSetOn(date: IsoDate): RuleSet {
  return sets[releaseOn(date)]
}
