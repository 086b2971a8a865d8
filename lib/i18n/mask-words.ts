import { type MaskPart, readMask } from '#lib/core/mask.ts'
import type { Locale } from './locale.ts'

type Words = {
  readonly numbers: readonly string[]
  readonly one: Readonly<Record<'digit' | 'letter' | 'either', string>>
  readonly many: Readonly<Record<'digit' | 'letter' | 'either', string>>
  readonly signs: Readonly<Record<string, string>>
  readonly to: string
  readonly and: string
  readonly or: string
  readonly capitals: string
  readonly forExample: string
}

const wordsOf: Readonly<Record<Locale, Words>> = {
  sv: {
    numbers: 'noll en två tre fyra fem sex sju åtta nio tio elva tolv'.split(' '),
    one: { digit: 'siffra', letter: 'bokstav', either: 'bokstav eller siffra' },
    many: { digit: 'siffror', letter: 'bokstäver', either: 'bokstäver eller siffror' },
    signs: { '-': 'bindestreck', '/': 'snedstreck', '.': 'punkt', ' ': 'mellanslag' },
    to: 'till',
    and: 'och',
    or: 'eller',
    capitals: 'stora bokstäver',
    forExample: 'till exempel',
  },
  en: {
    numbers: 'no one two three four five six seven eight nine ten eleven twelve'.split(' '),
    one: { digit: 'digit', letter: 'letter', either: 'letter or digit' },
    many: { digit: 'digits', letter: 'letters', either: 'letters or digits' },
    signs: { '-': 'a hyphen', '/': 'a slash', '.': 'a point', ' ': 'a space' },
    to: 'to',
    and: 'and',
    or: 'or',
    capitals: 'capital letters',
    forExample: 'for example',
  },
}

/**
 * Says what fits one of these masks: `FM####` is `FM och fyra siffror`, `FM and four digits`. Without a mask all that
 * can be asked is capital letters.
 * @example describeMasks(['FM####'], 'sv') // 'FM och fyra siffror'
 */
export function describeMasks(masks: readonly string[], locale: Locale): string {
  const words = wordsOf[locale]
  const shapes = masks.flatMap((mask) => {
    const parts = readMask(mask)
    return parts === null
      ? []
      : [
          listOf(
            parts.map((part) => describePart(part, words)),
            words.and,
          ),
        ]
  })
  return shapes.length === 0 ? words.capitals : shapes.join(`, ${words.or} `)
}

/** The end of a sentence that gives an example, with the comma before it; nothing without one. */
export function forExample(example: string, locale: Locale): string {
  return example === '' ? '' : `, ${wordsOf[locale].forExample} ${example}`
}

/** Joins words as a sentence does: `a, b och c`. */
export function listOf(items: readonly string[], and: string): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`
}

/** Joins words of which one is enough: `a, b eller c`. */
export function orList(items: readonly string[], locale: Locale): string {
  return listOf(items, wordsOf[locale].or)
}

function describePart(part: MaskPart, words: Words): string {
  if (part.kind === 'text') {
    const text = part.text.trim() || ' '
    return words.signs[text] ?? text
  }
  const { kind, min, max } = part
  const noun = (max === 1 ? words.one : words.many)[kind]
  const number = (count: number) => words.numbers[count] ?? String(count)
  if (min === max) return `${number(max)} ${noun}`
  return `${number(min)} ${max === min + 1 ? words.or : words.to} ${number(max)} ${noun}`
}
