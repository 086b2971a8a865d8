import { expect, test } from 'vitest'
import { foldName } from './fold.ts'

test('a name is found however its letters and signs are typed', () => {
  expect(foldName('Åsas Måleri & Färg AB')).toBe('asas maleri farg ab')
  expect(foldName('  GRÖN-KÅL  ')).toBe('gron kal')
  expect(foldName('Œuvre Ørsted')).toBe('œuvre orsted')
})
