import type { RuleSet } from '#lib/rules/judge.ts'
import { ruleSetNamed } from '#lib/rules/rule-sets.ts'
import { enCodeCases } from './cases/en-codes.ts'
import { enModelCases } from './cases/en-model.ts'
import { enModelVatCases } from './cases/en-model-vat.ts'
import { enSyntaxCases } from './cases/en-syntax.ts'
import { denmarkCases } from './cases/national-denmark.ts'
import { germanyCases } from './cases/national-germany.ts'
import { greeceCases } from './cases/national-greece.ts'
import { icelandCases } from './cases/national-iceland.ts'
import { netherlandsCases } from './cases/national-netherlands.ts'
import { norwayAndItalyCases } from './cases/national-norway-italy.ts'
import { peppolCases } from './cases/peppol.ts'
import { release3022Cases } from './cases/release-3022.ts'
import { swedenCases } from './cases/sweden.ts'
import type { RuleCase } from './rule-case.ts'

function setOf(release: string): RuleSet {
  const set = ruleSetNamed(release)
  if (set === undefined) throw new Error(`no rule set ${release}`)
  return set
}

/** A release with all its rules, and the cases that show them. */
export const releases: readonly (readonly [release: RuleSet, cases: readonly RuleCase[]])[] = [
  [
    setOf('3.0.21'),
    [
      ...enModelCases,
      ...enModelVatCases,
      ...enSyntaxCases,
      ...enCodeCases,
      ...peppolCases,
      ...swedenCases,
      ...norwayAndItalyCases,
      ...denmarkCases,
      ...greeceCases,
      ...icelandCases,
      ...netherlandsCases,
      ...germanyCases,
    ],
  ],
  [setOf('3.0.22'), release3022Cases],
]
