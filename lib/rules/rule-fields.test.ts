import { expect, test } from 'vitest'
import { fieldsOf, ruleFields } from './rule-fields.ts'

test('a rule that an invoice of ours can break names who can break it and the fields it is about', () => {
  expect(ruleFields.get('BR-22')).toEqual({ reach: 'form', fields: ['line.quantity'] })
  expect(ruleFields.get('BR-CO-10')).toEqual({
    reach: 'builder',
    fields: ['sumOfLines', 'line.lineNetAmount'],
  })
})

test('a rule without a field in the form, and a rule of other invoices, have no fields', () => {
  expect(fieldsOf('PEPPOL-EN16931-R008')).toEqual([])
  expect(fieldsOf('UBL-CR-001')).toEqual([])
  expect(ruleFields.has('UBL-CR-001')).toBe(false)
})

test('every rule stands once', () => {
  const byReach = Map.groupBy(ruleFields.values(), ({ reach }) => reach)
  expect(byReach.get('form')).toHaveLength(123)
  expect(byReach.get('builder')).toHaveLength(143)
})
