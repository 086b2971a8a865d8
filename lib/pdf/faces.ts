import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type GlyphRun } from 'fontkit'
import { unpackWoff } from './unpack-woff.ts'

/** The weights the paper is set in. */
export type Weight = 'regular' | 'bold'

/** A font file: each weight comes as Western letters and the other Latin letters apart. */
export type Face = `${Weight}-${'latin' | 'latin-ext'}`

/** Text in one face. `text` is what is drawn. */
export type Run = { readonly face: Face; readonly text: string }

const require = createRequire(import.meta.url)
const numbers: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 }
const opened = new Map<Face, Font>()

/**
 * The font of a face, read and parsed once in the life of the process, and with it how words are set: together they
 * are most of what an embedded font costs a document.
 */
export function fontOf(face: Face): Font {
  const known = opened.get(face)
  if (known !== undefined) return known
  const [weight, ...subset] = face.split('-') as [Weight, ...string[]]
  const name = `atkinson-hyperlegible-next-${subset.join('-')}-${numbers[weight]}-normal.woff`
  const path = require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`)
  const font = withKeptLayouts(create(unpackWoff(readFileSync(path))) as Font)
  opened.set(face, font)
  return font
}

type Piece = Pick<GlyphRun, 'glyphs' | 'positions' | 'advanceWidth'>

const mostKept = 20_000

/**
 * The same font, which remembers how it set a word. Figures of one width (`tnum`) are set digit by digit: what stands
 * beside a digit never moves it.
 */
function withKeptLayouts(font: Font): Font {
  const kept = new Map<string, Piece>()
  const layoutOf = (text: string, features: string[]): Piece => {
    const key = `${features.join()} ${text}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const { glyphs, positions, advanceWidth } = font.layout(text, features)
    if (kept.size >= mostKept) kept.clear()
    const piece = { glyphs, positions, advanceWidth }
    kept.set(key, piece)
    return piece
  }
  const layout = (text: string, features: string[] = []): Piece => {
    const parts = features.includes('tnum') ? (text.match(/\d|\D+/g) ?? []) : [text]
    const pieces = parts.map((part) => layoutOf(part, features))
    return {
      glyphs: pieces.flatMap(({ glyphs }) => glyphs),
      // Copies: pdfkit writes into what it is given.
      positions: pieces.flatMap(({ positions }) => positions.map((position) => ({ ...position }))),
      advanceWidth: pieces.reduce((sum, piece) => sum + piece.advanceWidth, 0),
    }
  }
  return Object.create(font, { layout: { value: layout } }) as Font
}

/** What stands where a letter has no glyph; the letter itself stays in the text of the document. */
export const substitute = '?'

/**
 * Cuts a text into runs by the face that has its letters. A letter that none has is drawn as its compatible form
 * (`ﬁ` as `fi`), else as a question mark; `isWhole` tells that there was none of those.
 */
export function runsOf(text: string, weight: Weight): { runs: readonly Run[]; isWhole: boolean } {
  const runs: { face: Face; text: string }[] = []
  let isWhole = true
  for (const letter of text) {
    const { face, drawn } = drawnLetter(letter, weight)
    if (drawn !== letter) isWhole = false
    const last = runs.at(-1)
    if (last?.face === face) last.text += drawn
    else runs.push({ face, text: drawn })
  }
  return { runs, isWhole }
}

function drawnLetter(letter: string, weight: Weight): { face: Face; drawn: string } {
  const face = faceOf(letter, weight)
  if (face !== undefined) return { face, drawn: letter }
  const compatible = letter.normalize('NFKC')
  const whole = ([`${weight}-latin`, `${weight}-latin-ext`] as const).find((each) =>
    [...compatible].every((part) => hasGlyph(each, part)),
  )
  if (whole !== undefined) return { face: whole, drawn: compatible }
  // An accent alone says nothing: its letter is drawn without it.
  return { face: `${weight}-latin`, drawn: /^\p{M}$/u.test(letter) ? '' : substitute }
}

function faceOf(letter: string, weight: Weight): Face | undefined {
  return ([`${weight}-latin`, `${weight}-latin-ext`] as const).find((face) => hasGlyph(face, letter))
}

function hasGlyph(face: Face, letter: string): boolean {
  return fontOf(face).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
}
