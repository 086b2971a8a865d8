import { expect, test } from 'vitest'
import { unitCodeOf } from './unit-words.ts'
import { units } from './units.ts'

test('K21 every unit of the form is read by its code, and by the words people write it with', () => {
  for (const { code } of units) expect(unitCodeOf(code), code).toBe(code)
  const written = { st: 'C62', 'Tim.': 'HUR', ' kvm ': 'MTK', 'M²': 'MTK', pcs: 'C62', löpmeter: 'LM' }
  for (const [text, code] of Object.entries(written)) expect(unitCodeOf(text), text).toBe(code)
})

test('K21 a word that is no unit of the form is not taken for one', () => {
  for (const text of ['', 'famn', 'm4', 'stm']) expect(unitCodeOf(text), text).toBeNull()
})
