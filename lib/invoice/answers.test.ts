import { expect, test } from 'vitest'
import { answers, answersAfter, stateAfter } from './answers.ts'
import { canMove, invoiceTransitions } from './lifecycle.ts'

test('a rejection and a payment are the last word, and nothing is said to be paid by a single press', () => {
  expect(answersAfter('rejected')).toEqual([])
  expect(answersAfter('paid')).toEqual([])
  expect(answersAfter(null)).toEqual(['accepted', 'under-query', 'rejected'])
  expect(answersAfter('accepted')).toContain('paid')
})

test('every answer that may be given is a step that the life cycle of the invoice has', () => {
  for (const first of answersAfter(null)) {
    expect(canMove(invoiceTransitions, 'sent', stateAfter(first))).toBe(true)
  }
  for (const before of answers) {
    for (const next of answersAfter(before))
      expect(canMove(invoiceTransitions, stateAfter(before), stateAfter(next))).toBe(true)
  }
})
