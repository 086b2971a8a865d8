/**
 * Text as it is set on paper: composed letters, one kind of line break, no letters that draw nothing or turn the
 * direction of what stands beside them. What is left may still lack a glyph.
 */
export function cleanText(text: string): string {
  if (plain.test(text)) return text
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u202f\u2007]/g, '\u00a0')
    .replace(/[\u1680\u2000-\u200a\u205f\u3000]/g, ' ')
    .replace(unseen, '')
}

/** Nothing to clean: letters that Swedish is written with. */
const plain = /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff]*$/

/** Controls, marks of direction, joiners, selectors of a variant, tags. */
const unseen =
  /[\p{Cc}--\n]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gv

/**
 * Breaks a text into lines no wider than `width`, at its line breaks and spaces; a word wider than a line is cut
 * between letters. A line that another follows ends with the space between them, which is not counted: what reads the
 * lines one after the other must not join their words. No line is lost: an empty text is one empty line.
 */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const paragraphs = text.split('\n').map((paragraph) => wrapParagraph(paragraph, width, widthOf))
  return paragraphs.flatMap((lines, at) => (at < paragraphs.length - 1 ? spaced(lines) : lines))
}

/** The same lines, with a space at the end of the last. */
export function spaced(lines: readonly string[]): readonly string[] {
  return lines.map((line, at) => (at === lines.length - 1 ? `${line} ` : line))
}

function wrapParagraph(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(`${line} `)
    const pieces = cutWord(word, width, widthOf)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

/** Pieces of a word that fit, each as long as can be; at least one letter each. */
function cutWord(word: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(word) <= width) return [word]
  const pieces: string[] = []
  let letters = [...word]
  while (letters.length > 0) {
    let [fits, tooLong] = [1, letters.length + 1]
    while (tooLong - fits > 1) {
      const middle = Math.floor((fits + tooLong) / 2)
      if (widthOf(letters.slice(0, middle).join('')) <= width) fits = middle
      else tooLong = middle
    }
    pieces.push(letters.slice(0, fits).join(''))
    letters = letters.slice(fits)
  }
  return pieces
}
