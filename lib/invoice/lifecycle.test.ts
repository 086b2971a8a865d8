import { describe, expect, test } from 'vitest'
import {
  canMove,
  deliveryStates,
  deliveryTransitions,
  invoiceStates,
  invoiceTransitions,
  type Transitions,
} from './lifecycle.ts'

function reachable<State extends string>(table: Transitions<State>, from: State): Set<State> {
  const seen = new Set<State>([from])
  for (const state of seen) for (const next of table[state]) seen.add(next)
  return seen
}

describe('life cycles', () => {
  test('every state can be reached from the first one', () => {
    expect(reachable(invoiceTransitions, 'draft').size).toBe(invoiceStates.length)
    expect(reachable(deliveryTransitions, 'queued').size).toBe(deliveryStates.length)
  })

  test('a sent invoice never becomes a draft, save after a failed delivery', () => {
    expect(canMove(invoiceTransitions, 'sent', 'draft')).toBe(false)
    expect(canMove(invoiceTransitions, 'answered', 'draft')).toBe(false)
    expect(canMove(invoiceTransitions, 'failed', 'draft')).toBe(true)
  })

  test('a delivery is cancelled only from the queue, and a delivered one stays so', () => {
    const sources = deliveryStates.filter((state) => canMove(deliveryTransitions, state, 'cancelled'))
    expect(sources).toEqual(['queued'])
    expect(deliveryTransitions.delivered).toEqual([])
  })
})
