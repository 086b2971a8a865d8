import { describe, expect, test } from 'vitest'
import { judge } from '#lib/rules/judge.ts'
import { nationalPatterns } from '#lib/rules/national/national-patterns.ts'
import { add, all, asIs, edited, remove, repeat, set } from '../edit.ts'
import { from, seller, within } from './national-countries.ts'

const ruleSet = { release: '3.0.21', patterns: nationalPatterns }
test('a supplier in Sweden is judged by none of them', () => {
  const judged = new Set<string>()
  for (const base of ['full-invoice', 'full-credit-note'] as const) {
    judge(edited(base, asIs), ruleSet, (rule) => judged.add(rule.id))
  }
  expect([...judged]).toEqual([])
})

test.each([
  ['dk', 'none'],
  ['is', 'none'],
  ['de', 'some'],
  ['nl', 'some'],
])('of a country written as %s, %s of the rules are judged', (country, expected) => {
  const judged = new Set<string>()
  judge(edited('invoice', within(country, 'SE559999000801')), ruleSet, (rule) => judged.add(rule.id))
  expect(judged.size === 0 ? 'none' : 'some').toBe(expected)
})

describe('where a rule takes one text and finds several, the document has no verdict', () => {
  test.each([
    ['a Greek supplier with two names', all(from('GR', 'EL090000045'), repeat(`${seller}/cac:PartyName`))],
    [
      'a Greek branch that is a number and no integer',
      all(from('GR', 'EL090000045'), set('cbc:ID', '1|1|1.5|1|1|1')),
    ],
    [
      'German discounts beside other payment terms',
      all(
        within('DE', 'DE136695976'),
        set('cac:PaymentTerms/cbc:Note', '#SKONTO#TAGE=14#PROZENT=2.00#\n'),
        add('.', '<cac:PaymentTerms><cbc:Note>30 Tage</cbc:Note></cac:PaymentTerms>'),
      ),
    ],
    [
      'a Dutch total that is no number',
      all(within('NL', 'NL1'), set('cac:LegalMonetaryTotal/cbc:PayableAmount', 'x')),
    ],
  ])('%s', (_, edit) => {
    expect(judge(edited('invoice', edit), ruleSet).notEvaluable).not.toBeNull()
  })
})

test('two VAT numbers leave the supplier without a country, and every rule of countries silent', () => {
  const twice = all(
    from('IT', 'IT1'),
    repeat(`${seller}/cac:PartyTaxScheme[1]`),
    remove(`${seller}/cac:PostalAddress/cbc:CityName`),
  )
  expect(judge(edited('invoice', twice), ruleSet)).toEqual({ fired: [], notEvaluable: null })
})
