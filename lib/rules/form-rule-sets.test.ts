import { expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { formRuleSetOn } from './form-rule-sets.ts'
import { rulesOf } from './judge.ts'
import { needs } from './releases/exactly-one.ts'
import { ruleFields } from './rule-fields.ts'

/** Those that nobody can ever see broken: their tests always hold. */
const never = ['BR-DEC-13', 'BR-DEC-15']

const idsOn = (day: string) => new Set(rulesOf(formRuleSetOn(isoDateOf(day))).map(({ id }) => id))

test('a form is judged by every rule that an invoice of ours can break, and by no other', () => {
  const wanted = [...ruleFields.keys()].filter((id) => !never.includes(id))
  expect(wanted).toHaveLength(264)
  expect(idsOn('2027-02-23')).toEqual(new Set(wanted))
})

test('from the day that 3.0.22 is in force, by what it adds as well', () => {
  const before = idsOn('2027-02-23')
  const added = [...idsOn('2027-02-24')].filter((id) => !before.has(id))
  expect(added).toEqual(needs.map(({ rule }) => rule))
})
