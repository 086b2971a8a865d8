import { expect, test, vi } from 'vitest'
import { keptFor } from './kept.ts'

test('what was said of an object is said again without asking, until something else decides', () => {
  const kept = keptFor<object, number>()
  const derive = vi.fn(() => 7)
  const [line, other] = [{}, {}]
  expect([kept(line, 'a', derive), kept(line, 'a', derive)]).toEqual([7, 7])
  expect(derive).toHaveBeenCalledTimes(1)
  kept(other, 'a', derive)
  kept(line, 'b', derive)
  kept(line, 'a', derive)
  expect(derive).toHaveBeenCalledTimes(4)
})
