import fc from 'fast-check'
import { addDays, type IsoDate, isoDateOf } from '#lib/core/dates.ts'

const words = [
  'Målning',
  'av',
  'klassrum',
  'Färg',
  'nr',
  '12',
  'à',
  'Räksmörgås',
  'AB',
  'Österåker',
  'Konsultation',
  'Straße',
  'kWh',
  '100 %',
  'NA',
  'Säte:',
]

/** What breaks careless writers: markup, line breaks, things XML cannot hold, characters of several code units. */
const oddities = [
  '&',
  '<',
  '>',
  '"',
  "'",
  ']]>',
  '&amp;',
  '<!--',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\u0000',
  '\u0007',
  '\u0085',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\ud83d',
  '\ude00',
  '😀',
  '👩‍👩‍👧',
  '𠜎',
  'e\u0301',
  'A\u030a',
  '\u030a',
  '한글',
  'مرحبا',
  'ﬁ',
]

/** A piece of text: mostly a word, sometimes something odd or anything at all. */
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(...oddities) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
)

/** Odd but allowed text of at most so many characters; may be empty. */
export function text(max: number): fc.Arbitrary<string> {
  const size = fc.oneof(
    { weight: 9, arbitrary: fc.constant(4) },
    { weight: 1, arbitrary: fc.constant(Math.ceil(max / 3)) },
  )
  return fc
    .tuple(
      size.chain((maxLength) => fc.array(piece, { maxLength, size: 'max' })),
      fc.constantFrom(' ', ''),
    )
    .map(([pieces, between]) => pieces.join(between).slice(0, max))
}

/** What looks like text and is none when it is cleaned, or says nothing: the form must refuse it. */
const sayingNothing = fc.constantFrom('\u0007', '\ufffe\u0000', 'NA\u0007')

/** Text that says something whatever surrounds it; once in a long while it only looks so. */
export function sayingText(max: number): fc.Arbitrary<string> {
  const word = fc.constantFrom('Målning', 'FM8440', 'Ida Ek', 'Omvänd', 'Råd & dåd', 'x<y')
  return fc.oneof(
    { weight: 300, arbitrary: word },
    { weight: 300, arbitrary: fc.tuple(word, text(max - 10)).map((parts) => parts.join(' ')) },
    { weight: 300, arbitrary: fc.tuple(text(max - 10), word).map((parts) => parts.join(' ')) },
    { weight: 1, arbitrary: sayingNothing },
  )
}

/** Nothing, more often than something. */
export function maybe(arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary })
}

/** A number with at most so many decimals, written as a program would; never below zero. */
export function amountText(maxWhole: number, maxDecimals: number): fc.Arbitrary<string> {
  const whole = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: Math.min(maxWhole, 2000) }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: Math.min(maxWhole, 9_999_999) }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, maxWhole) },
  )
  const places = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: Math.min(2, maxDecimals) }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: maxDecimals }) },
  )
  return fc
    .tuple(
      whole,
      places.chain((length) =>
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }),
      ),
    )
    .map(([number, digits]) => (digits.length === 0 ? String(number) : `${number}.${digits.join('')}`))
}

/** A canonical number as somebody types or pastes it. */
export function typed(canonical: fc.Arbitrary<string>, unit = ''): fc.Arbitrary<string> {
  return fc
    .record({
      canonical,
      mark: fc.constantFrom(',', '.'),
      group: fc.constantFrom('', '', ' ', '\u00a0', '\u202f'),
      minus: fc.constantFrom('-', '\u2212', '- '),
      end: fc.constantFrom('', '', '', unit),
    })
    .map(({ canonical: number, mark, group, minus, end }) => {
      const [whole = '', fraction] = number.replace('-', '').split('.')
      const grouped = group === '' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group)
      const sign = number.startsWith('-') ? minus : ''
      return `${sign}${grouped}${fraction === undefined ? '' : `${mark}${fraction}`}${end}`
    })
}

/** A day so many days from another, at most. */
export function dayNear(date: IsoDate, min: number, max: number): fc.Arbitrary<IsoDate> {
  return fc.integer({ min, max }).map((days) => addDays(date, days))
}

/** A day as somebody types it. */
export function typedDay(date: IsoDate, today: IsoDate): fc.Arbitrary<string> {
  const [year = '', month = '', day = ''] = date.split('-')
  const monthName = 'jan feb mars april maj juni juli aug sept okt nov december'.split(' ')[Number(month) - 1]
  return fc.constantFrom(
    date,
    date,
    `${year}${month}${day}`,
    `${Number(day)}/${Number(month)} ${year}`,
    `${Number(day)} ${monthName} ${year}`,
    ` ${year}-${Number(month)}-${Number(day)} `,
    date === today ? 'idag' : date,
  )
}

/** Days to live on: ordinary ones, and those on the edges of months, years, clocks and rates. */
export const someToday: fc.Arbitrary<IsoDate> = fc.oneof(
  dayNear(isoDateOf('2026-08-17'), 0, 800),
  fc
    .constantFrom(
      '2026-03-29',
      '2026-10-25',
      '2026-12-31',
      '2027-01-01',
      '2028-02-29',
      '2028-01-01',
      '2026-04-01',
    )
    .map(isoDateOf),
)
