import { expect, test } from 'vitest'
import { tabSeparated } from './tab-separated.ts'

test('rows and cells as a spreadsheet copies them, with either line break and without the empty row at the end', () => {
  expect(tabSeparated('a\tb\r\nc\t d \r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(tabSeparated('a\t\tb\n\t\t\n\tc')).toEqual([
    ['a', '', 'b'],
    ['', 'c'],
  ])
})

test('a quoted cell keeps its tabs and breaks as one space and its marks as they are; an inch mark is text', () => {
  expect(tabSeparated('"lång\ntext"\t"2""4"\n"2x4\t5')).toEqual([
    ['lång text', '2"4'],
    ['"2x4', '5'],
  ])
})
