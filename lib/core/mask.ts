/** One part of a mask: so many characters of a kind, or a text as it stands. */
export type MaskPart =
  | { readonly kind: 'digit' | 'letter' | 'either'; readonly min: number; readonly max: number }
  | { readonly kind: 'text'; readonly text: string }

/** A mask that has been read: what a value that fits consists of, in order. */
export type Mask = readonly MaskPart[]

/** The longest value a mask can fit, and the longest mask that is read. */
const mostValue = 50
const mostMask = 100
const mostTimes = 99

const kinds = { '#': 'digit', '@': 'letter', '*': 'either' } as const
const characters = {
  digit: /^[0-9]$/,
  letter: /^[A-Za-zÅÄÖåäö]$/,
  either: /^[0-9A-Za-zÅÄÖåäö]$/,
} as const

/**
 * Reads a mask: `#` a digit, `@` a letter A–Ö, `*` either, each followed by `{n}` or `{m,n}` for how many; `\` takes the
 * next character as it is, and all else is itself. Null for what is no mask: empty, too long, a count that makes no
 * sense, a `\` with nothing after it.
 */
export function readMask(text: string): Mask | null {
  if (text.length > mostMask) return null
  const parts: MaskPart[] = []
  const tokens = text.matchAll(/([#@*])(?:\{(\d{1,2})(?:,(\d{1,2}))?\})?|\\(.)|([^\\])|\\$/gsu)
  for (const [whole, sign, least, most, escaped, plain] of tokens) {
    if (sign !== undefined) {
      const min = least === undefined ? 1 : Number(least)
      const max = most === undefined ? min : Number(most)
      if (max < min || max === 0) return null
      addCount(parts, kinds[sign as keyof typeof kinds], min, max)
    } else {
      const literal = escaped ?? plain
      if (literal === undefined || whole === '{') return null
      addText(parts, literal)
    }
  }
  return parts.length === 0 ? null : parts
}

function addCount(parts: MaskPart[], kind: 'digit' | 'letter' | 'either', min: number, max: number): void {
  const last = parts.at(-1)
  if (last?.kind !== kind) {
    parts.push({ kind, min, max })
    return
  }
  parts[parts.length - 1] = {
    kind,
    min: Math.min(mostTimes, last.min + min),
    max: Math.min(mostTimes, last.max + max),
  }
}

function addText(parts: MaskPart[], text: string): void {
  const last = parts.at(-1)
  if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + text }
  else parts.push({ kind: 'text', text })
}

/**
 * Tells whether a whole value fits. Walks value and mask once, keeping every place the value may have been read to:
 * however a mask is written, the work is bounded (100 parts × 50 characters), which a regular expression cannot promise.
 */
export function fitsMask(mask: Mask, value: string): boolean {
  const signs = [...value]
  if (signs.length > mostValue) return false
  let places: readonly number[] = [0]
  for (const part of mask) {
    const next = new Set<number>()
    for (const place of places) for (const end of endsOf(part, signs, place)) next.add(end)
    if (next.size === 0) return false
    places = [...next]
  }
  return places.includes(signs.length)
}

/** Where a part may end that begins at a place. */
function endsOf(part: MaskPart, signs: readonly string[], from: number): readonly number[] {
  if (part.kind === 'text') {
    const end = from + [...part.text].length
    return signs.slice(from, end).join('') === part.text ? [end] : []
  }
  const ends: number[] = part.min === 0 ? [from] : []
  for (let end = from + 1; end <= signs.length && end - from <= part.max; end += 1) {
    if (!characters[part.kind].test(signs[end - 1] ?? '')) break
    if (end - from >= part.min) ends.push(end)
  }
  return ends
}
