import { expect, test } from 'vitest'
import { judge } from '#lib/rules/judge.ts'
import { nationalPatterns } from '#lib/rules/national/national-patterns.ts'
import { peppolPatterns } from '#lib/rules/peppol-patterns.ts'
import { exactlyOne, needs } from '#lib/rules/releases/exactly-one.ts'
import { generalRelease3022, release3022, unpublished } from '#lib/rules/releases/release-3022.ts'
import type { Pattern } from '#lib/rules/rule.ts'
import { all, asIs, edited, repeat, set } from '../edit.ts'
import { within } from './national-countries.ts'
import { addressed, pathInDocument, whole } from './release-3022.ts'

const before = [...peppolPatterns, ...nationalPatterns]
const ruleSet = { release: '3.0.22', patterns: release3022(before) }
const idsOf = (patterns: readonly Pattern[]) =>
  new Set(patterns.flatMap((pattern) => pattern.flatMap(({ rules }) => rules.map(({ id }) => id))))

test.each(needs)('$rule: $child is not there twice in $path', ({ rule, path, child }) => {
  const base = path.startsWith('/Invoice') ? 'full-invoice' : 'full-credit-note'
  const twice = edited(base, whole, repeat(pathInDocument(path, child)))
  const { fired } = judge(twice, { release: '3.0.22', patterns: [exactlyOne] })
  expect(new Set(fired.map((each) => each.rule.id))).toEqual(new Set([rule]))
})

test.each(['full-invoice', 'full-credit-note', 'invoice', 'credit-note'] as const)(
  'what we write as %s is kept by 3.0.22',
  (base) => {
    expect(judge(edited(base, asIs), ruleSet)).toEqual({ fired: [], notEvaluable: null })
  },
)

test('adds 137 rules, takes one away and leaves the others where they are', () => {
  const after = idsOf(ruleSet.patterns)
  const added = [...after].filter((id) => !idsOf(before).has(id))
  expect(added).toEqual(needs.map(({ rule }) => rule))
  expect(new Set(added).size).toBe(137)
  expect([...idsOf(before)].filter((id) => !after.has(id))).toEqual(['GR-R-001-5'])
})

test.each([
  ['PEPPOL-COMMON-R040', '0088', '73500001'],
  ['PEPPOL-COMMON-R043', '0208', '2000000042'],
])('%s: what 3.0.21 let through with a right check digit is stopped', (rule, scheme, id) => {
  const document = edited('invoice', addressed(scheme, id))
  const firedBy = (patterns: readonly Pattern[]) =>
    judge(document, { release: 'any', patterns }).fired.map((each) => each.rule.id)
  expect(firedBy(before)).not.toContain(rule)
  expect(firedBy(ruleSet.patterns)).toContain(rule)
})

test('a Greek document of any type is let through', () => {
  const edit = all(within('GR', 'EL090000045'), set('cbc:ID', '090000045|20/11/2026|0|9.9|A|42'))
  const firedBy = (patterns: readonly Pattern[]) =>
    judge(edited('invoice', edit), { release: 'any', patterns }).fired.map(({ rule }) => rule.id)
  expect(firedBy(before)).toContain('GR-R-001-5')
  expect(firedBy(ruleSet.patterns)).not.toContain('GR-R-001-5')
})

test('ten rules have names and no content', () => {
  expect(unpublished.map(({ id }) => id)).toHaveLength(10)
  expect(unpublished.filter(({ id }) => idsOf(ruleSet.patterns).has(id))).toEqual([])
})

test('throws when a rule that it changes is not there', () => {
  expect(() => release3022(peppolPatterns)).toThrow('GR-R-001-5, DE-R-017')
  expect(() => generalRelease3022(nationalPatterns)).toThrow('SE-R-006')
})

test('does without the rules of other countries where none are given', () => {
  expect(idsOf(generalRelease3022(peppolPatterns)).size).toBe(idsOf(peppolPatterns).size + 137)
})
