import { describe, expect, test } from 'vitest'
import { ruleMessage } from '#lib/i18n/rules/rule-message.ts'
import { judge, rulesOf } from '#lib/rules/judge.ts'
import { releases } from './all-cases.ts'
import { asIs, edited } from './edit.ts'

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
