import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Findings, judge, type RuleSet } from '#lib/rules/judge.ts'
import { rejudger } from '#lib/rules/rejudge.ts'
import { TreeElement, type UblElement } from '#lib/ubl/tree.ts'
import { releases } from './all-cases.ts'
import { edited } from './edit.ts'
import type { RuleCase } from './rule-case.ts'

// Parts of documents that break rules, put together anew again and again: whatever a rule asks of the rest of its
// document, the answer has to be that of the document as it is now.

/** Three documents to take parts from, and for each document made of them: whose name it bears, which parts it has. */
const histories = (cases: readonly RuleCase[]) =>
  fc.record({
    sources: fc.array(fc.constantFrom(...cases), { minLength: 3, maxLength: 3 }),
    documents: fc.array(
      fc.record({
        isCreditNote: fc.boolean(),
        choose: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 }),
      }),
      { minLength: 2, maxLength: 6 },
    ),
  })

/** The parts that were chosen, as one document with its own root; parts it had before are moved, not copied. */
function assembled(sources: readonly UblElement[], isCreditNote: boolean, choose: readonly number[]) {
  const name = isCreditNote ? 'CreditNote' : 'Invoice'
  const parts = sources
    .flatMap(partsOf)
    .filter((_, index) => (choose[index % choose.length] ?? 0) < 3) as TreeElement[]
  const root = new TreeElement(name, {}, '', parts)
  for (const part of parts) part.parent = root
  return root
}

const partsKept = new WeakMap<UblElement, readonly UblElement[]>()

function partsOf(source: UblElement): readonly UblElement[] {
  const parts = partsKept.get(source) ?? [...source.children]
  partsKept.set(source, parts)
  return parts
}

const told = ({ fired, notEvaluable }: Findings) => ({
  fired: fired.map(({ rule }) => rule.id),
  notEvaluable,
})

describe.each(releases)('$release', { timeout: 60_000 }, (ruleSet: RuleSet, cases) => {
  test('what is judged again is found as if it was judged for the first time', () => {
    let found = 0
    fc.assert(
      fc.property(histories(cases), ({ sources, documents }) => {
        const trees = sources.map(({ base = 'invoice', fails }) => edited(base, fails))
        const rejudge = rejudger()
        for (const { isCreditNote, choose } of documents) {
          const root = assembled(trees, isCreditNote, choose)
          const anew = judge(root, ruleSet)
          const again = rejudge(root, ruleSet)
          expect(told(again)).toEqual(told(anew))
          expect(again.fired.every(({ element }, index) => element === anew.fired[index]?.element)).toBe(true)
          found += anew.fired.length
        }
      }),
      { numRuns: 300 },
    )
    expect(found).toBeGreaterThan(5_000)
  })
})

test('what a line breaks by itself is not decided again, and what the document decides is', () => {
  const [[ruleSet] = []] = releases
  if (ruleSet === undefined) throw new Error('there is no rule set')
  const asked: string[] = []
  const patterns = ruleSet.patterns.map((pattern) =>
    pattern.map((context) => ({
      ...context,
      rules: context.rules.map((rule) => ({
        ...rule,
        holds: (...given: Parameters<typeof rule.holds>) => {
          asked.push(rule.id)
          return rule.holds(...given)
        },
      })),
    })),
  )
  const watched = { ...ruleSet, patterns }
  const rejudge = rejudger()
  const tree = edited('full-invoice')
  rejudge(tree, watched)
  const first = new Set(asked.splice(0))
  rejudge(tree, watched)
  const again = new Set(asked)
  expect([...first].filter((id) => id === 'BR-25' || id === 'PEPPOL-EN16931-R120')).toHaveLength(2)
  expect([...again].filter((id) => id === 'BR-25' || id === 'PEPPOL-EN16931-R120')).toEqual([])
  expect(again).toContain('PEPPOL-EN16931-R051')
})
