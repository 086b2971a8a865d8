import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { checkLines } from './check-lines.ts'
import { emptyDraft, emptyLine } from './draft.ts'
import { type PastedLine, pastedLines } from './pasted-lines.ts'

const names = { n: 'itemName', q: 'quantity', u: 'unit', p: 'unitPrice', v: 'vatChoice' } as const

/** A line in short: `n:Virke q:2 p:100`. */
const inShort = (line: PastedLine) =>
  Object.entries(names)
    .flatMap(([short, column]) => (line[column] === undefined ? [] : [`${short}:${line[column]}`]))
    .join(' ')

describe('K21 the columns of a spreadsheet', () => {
  test.each([
    ['two: text and price', 'Virke\t100\nSpik\t5,50', ['n:Virke p:100', 'n:Spik p:5,50']],
    ['three: text, quantity, price', 'Virke\t2\t100\nSpik\t1\t5', ['n:Virke q:2 p:100', 'n:Spik q:1 p:5']],
    [
      'four with a unit',
      'Virke\t2\tm\t100\nTid\t3\ttim\t650',
      ['n:Virke q:2 u:MTR p:100', 'n:Tid q:3 u:HUR p:650'],
    ],
    ['four with VAT', 'Virke\t2\t100\t25 %', ['n:Virke q:2 p:100 v:rate-25']],
    ['all five', 'Bok\t2\tst\t100\t6', ['n:Bok q:2 u:C62 p:100 v:rate-6']],
    ['rows of text alone', 'Virke\nSpik\n', ['n:Virke', 'n:Spik']],
    ['a sum after the last is not ours', 'Bok\t2\tst\t100\t0\t200', ['n:Bok q:2 u:C62 p:100 v:0']],
  ])('by their number: %s', (_, text, lines) => {
    expect(pastedLines(text).map(inShort)).toEqual(lines)
  })

  test('by the words of the first row, in any order, and those that are not ours are left out', () => {
    const text =
      'Art.nr\tÀ-pris\tMoms %\tSumma\tBenämning\tAntal\tEnh.\nA7\t100,50\t12 %\t201\tVirke\t2\tkvm\n'
    expect(pastedLines(text)).toEqual([
      {
        sellerItemId: 'A7',
        unitPrice: '100,50',
        vatChoice: 'rate-12',
        itemName: 'Virke',
        quantity: '2',
        unit: 'MTK',
      },
    ])
    expect(pastedLines('Item\tQty\tUnit price\nTimber\t2\t100').map(inShort)).toEqual(['n:Timber q:2 p:100'])
  })

  test('a first row that names nothing is a line of its own', () => {
    expect(pastedLines('Pris\t100\nVirke\t50').map(inShort)).toEqual(['n:Pris p:100', 'n:Virke p:50'])
  })
})

test.each(['25', '25 %', '25,0%', '0,25'])('K21 VAT written as %s is 25 %', (text) => {
  expect(pastedLines(`Virke\t2\tst\t100\t${text}`)[0]?.vatChoice).toBe('rate-25')
})

test('K21 text of one cell is no table: it is pasted as text', () => {
  for (const text of ['', 'Virke', 'Virke, 2 st\r\n', '  \t ']) expect(pastedLines(text)).toEqual([])
})

test('K21 what cannot be read stays as it was written, and is judged at its cell', () => {
  const [pasted = {}] = pastedLines('Virke\ttvå\tfamn\tmycket\tlagom')
  expect(inShort(pasted)).toBe('n:Virke q:två u:famn p:mycket v:lagom')
  const draft = { ...emptyDraft({ lineKey: 'a' }), lines: [{ ...emptyLine('a'), ...pasted }] }
  const found = checkLines(draft, { start: null, end: null, today: isoDateOf('2026-11-25') }).map(
    ({ field, code }) => [field, code],
  )
  expect(found).toEqual([
    ['lines.a.quantity', 'quantity-unreadable'],
    ['lines.a.unit', 'unit-not-offered'],
    ['lines.a.unitPrice', 'price-unreadable'],
    ['lines.a.vatChoice', 'vat-not-offered'],
  ])
})

test('K21 a name that is too long goes on in the description: nothing of 700 characters is lost', () => {
  const [line] = pastedLines(`${'a'.repeat(200)}${'b'.repeat(500)}\t100`)
  expect(line?.itemName).toBe('a'.repeat(200))
  expect(line?.itemDescription).toBe('b'.repeat(500))
})
