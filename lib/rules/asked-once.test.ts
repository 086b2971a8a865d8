import { expect, test, vi } from 'vitest'
import { leaf, toTree } from '#lib/ubl/tree.ts'
import { askedOnce, askedOnceOf } from './asked-once.ts'
import { toJudgedDocument } from './judged-document.ts'
import { NotEvaluable } from './xpath.ts'

const fresh = () => toJudgedDocument(toTree(leaf('Invoice', 'x')))

test('a fact is worked out once in each document', () => {
  const derive = vi.fn(() => ({}))
  const fact = askedOnce(derive)
  const [one, other] = [fresh(), fresh()]
  expect(fact(one)).toBe(fact(one))
  expect(fact(other)).not.toBe(fact(one))
  expect(derive).toHaveBeenCalledTimes(2)
})

test('a fact of an element is worked out once for all that ask', () => {
  const derive = vi.fn(() => ({}))
  const fact = askedOnceOf(derive)
  const document = fresh()
  expect(fact(document.root, document)).toBe(fact(document.root, document))
  expect(derive).toHaveBeenCalledTimes(1)
})

test('what cannot be worked out is tried once, and says so to all that ask', () => {
  const derive = vi.fn(() => {
    throw new NotEvaluable('no decimal')
  })
  const fact = askedOnce(derive)
  const factOf = askedOnceOf(derive)
  const document = fresh()
  for (const ask of [() => fact(document), () => factOf(document.root, document)]) {
    expect(ask).toThrow(NotEvaluable)
    expect(ask).toThrow(NotEvaluable)
  }
  expect(derive).toHaveBeenCalledTimes(2)
})

test('a bug is no fact: it is thrown as it is', () => {
  const fact = askedOnce(() => {
    throw new TypeError('bug')
  })
  expect(() => fact(fresh())).toThrow(TypeError)
})
