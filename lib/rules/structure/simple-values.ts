/**
 * The built-in types of XML Schema 1.0 that UBL's values and attributes have. Written so that no text of any length
 * makes a pattern run deep: an alternation is never repeated.
 */
import { isDateText } from '#lib/rules/xpath.ts'

const zone = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?/.source
const timePattern = new RegExp(
  `^(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)${zone}$`,
)

/** Each on text whose outer white space is gone: inside, none of them takes any that would have to be collapsed. */
const tests = {
  string: () => true,
  normalizedString: () => true,
  boolean: (text) => text === 'true' || text === 'false' || text === '1' || text === '0',
  decimal: (text) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text),
  date: isDate,
  time: (text) => timePattern.test(text),
  base64Binary: isBase64,
  language: isLanguage,
  anyURI: isUriReference,
} as const satisfies Readonly<Record<string, (text: string) => boolean>>

/** A built-in type of XML Schema, by its name there. */
export type ValueType = keyof typeof tests

/** Tells whether a word is the name of a type that can be judged here. */
export function isValueType(name: string): name is ValueType {
  return Object.hasOwn(tests, name)
}

/** Tells whether a text is a value of a type, white space treated as the type says. */
export function isValueOf(type: ValueType, text: string): boolean {
  return tests[type](trimmed(text))
}

/** Without the white space of XML at both ends. A loop: a pattern would take quadratic time on a long run inside. */
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isSpace(text.charCodeAt(from))) from += 1
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1
  return text.slice(from, to)
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

/** XML Schema 1.0 has no year 0, XPath has one. Years of more than ten digits no validator takes. */
function isDate(text: string): boolean {
  return text.length <= '-2147483647-01-01+14:00'.length && isDateText(text) && !/^-?0000-/.test(text)
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64Values = new Int8Array(128).fill(-1)
for (let value = 0; value < 64; value += 1) base64Values[base64Digits.charCodeAt(value)] = value

/** Whole groups of four, white space anywhere; the bits that padding leaves over are zero. A loop: files are long. */
function isBase64(text: string): boolean {
  let digits = 0
  let padding = 0
  let last = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const value = base64Values[code] ?? -1
    if (value >= 0 && padding === 0) {
      digits += 1
      last = value
    } else if (code === 0x3d) padding += 1
    else if (!isSpace(code)) return false
  }
  if ((digits + padding) % 4 !== 0) return false
  return padding === 0 || (padding === 1 && last % 4 === 0) || (padding === 2 && last % 16 === 0)
}

function isLanguage(text: string): boolean {
  return text.split('-').every((part, at) => (at === 0 ? /^[A-Za-z]{1,8}$/ : /^[A-Za-z\d]{1,8}$/).test(part))
}

/**
 * A URI reference of RFC 2396 with the brackets of RFC 2732, once all that XLink escapes is escaped: every character
 * may then stand anywhere, apart from `%`, `#`, the brackets, and those that part a URI.
 */
function isUriReference(text: string): boolean {
  if (/%(?![\dA-Fa-f]{2})/.test(text)) return false
  const [reference = '', ...fragments] = text.split('#', 3)
  if (fragments.length > 1) return false
  const scheme = /^[A-Za-z][A-Za-z\d+.-]*:/.exec(reference)?.[0] ?? ''
  const rest = reference.slice(scheme.length)
  if (scheme === '' ? /^[^/?]*:/.test(rest) : rest === '') return false
  if (scheme !== '' && !rest.startsWith('/')) return true
  const authority = /^\/\/([^/?]*)/.exec(rest)
  const path = (authority === null ? rest : rest.slice(authority[0].length)).split('?', 1)[0] ?? ''
  if (/[[\]]/.test(path)) return false
  return (
    authority === null || /^(?:[^[\]]*|(?:[^@[\]]*@)?\[[\dA-Fa-f:.]+\](?::\d*)?)$/.test(authority[1] ?? '')
  )
}
