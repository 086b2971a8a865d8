import { describe, expect, test } from 'vitest'
import { ruleMessage } from '#lib/i18n/rules/rule-message.ts'
import { judge, type RuleSet, rulesOf } from '#lib/rules/judge.ts'
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
import { asIs, edited } from './edit.ts'
import type { RuleCase } from './rule-case.ts'

function setOf(release: string): RuleSet {
  const set = ruleSetNamed(release)
  if (set === undefined) throw new Error(`no rule set ${release}`)
  return set
}

/** A release with all its rules, and the cases that show them. */
const releases: readonly (readonly [release: RuleSet, cases: readonly RuleCase[]])[] = [
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

const shown = releases.flatMap(([set, cases]) => cases.map((each) => ({ ...each, set })))

describe.each(shown)('$rule of $set.release, among all others', (each) => {
  const { rule, set, base = 'invoice', fails, passes = asIs } = each

  test('fires where it is broken', () => {
    const { fired } = judge(edited(base, fails), set)
    expect(fired.map((broken) => broken.rule.id)).toContain(rule)
  })

  test('is judged and silent where it is kept', () => {
    const judged = new Set<string>()
    const { fired } = judge(edited(base, passes), set, ({ id }) => judged.add(id))
    expect(judged).toContain(rule)
    expect(fired.map((broken) => broken.rule.id)).not.toContain(rule)
  })
})

describe.each(releases)('$release', (set) => {
  const ids = [...new Set(rulesOf(set).map(({ id }) => id))]

  test('has no rule without a case of our own', () => {
    const covered = new Set(shown.map(({ rule }) => rule))
    expect(ids.length).toBeGreaterThanOrEqual(1_134)
    expect(ids.filter((id) => !covered.has(id))).toEqual([])
  })

  test('has no rule without words in both languages', () => {
    const wordless = ids.filter((id) => {
      const [sv, en] = [ruleMessage('sv', { id }), ruleMessage('en', { id })]
      return sv.length < 8 || en.length < 8 || sv === en
    })
    expect(wordless).toEqual([])
  })
})

test.each(['invoice', 'credit-note', 'full-invoice', 'full-credit-note'] as const)(
  'what we write as %s is valid by every release',
  (base) => {
    for (const [set] of releases) {
      expect(judge(edited(base), set)).toEqual({ fired: [], notEvaluable: null })
    }
  },
)
