import { createRequire } from 'node:module'
import { cleanText, wrapText } from './clean-text.ts'
import { type Face, fontOf, runsOf, type Weight } from './faces.ts'

// An `import` would give the build for browsers, which compresses without Node.
const PDFDocument = createRequire(import.meta.url)('pdfkit') as typeof import('pdfkit')

/** How text is set. `figures`: digits of one width, for columns of numbers. */
export type Style = {
  readonly weight: Weight
  /** In points. */
  readonly size: number
  readonly color: string
  readonly figures?: true
}

/** An element of the document's structure: what a screen reader reads, in this order. */
export type Tag = PDFKit.PDFStructureElement

/** What a line of text takes, as a share of its size. */
const leading = 1.32

/** A4 in points, with the margins of the paper. */
export const page = { width: 595.28, height: 841.89, side: 48, top: 42, bottom: 56 } as const

/** Where text begins, where it ends, and how wide that is. */
export const [left, right] = [page.side, page.width - page.side]
export const fullWidth = right - left

/** The colours of the printed paper. */
export const colors = {
  ink: '#1A2421',
  muted: '#4A5853',
  line: '#D5D0C3',
  control: '#76827C',
  brand: '#14524A',
} as const

export const styles = {
  title: { weight: 'bold', size: 19, color: colors.ink, figures: true },
  company: { weight: 'bold', size: 13, color: colors.ink },
  strong: { weight: 'bold', size: 10, color: colors.ink, figures: true },
  body: { weight: 'regular', size: 9.5, color: colors.ink },
  figures: { weight: 'regular', size: 9.5, color: colors.ink, figures: true },
  label: { weight: 'regular', size: 9.5, color: colors.muted },
  small: { weight: 'regular', size: 8.25, color: colors.muted, figures: true },
  heading: { weight: 'bold', size: 8.25, color: colors.muted },
  amount: { weight: 'bold', size: 16, color: colors.ink, figures: true },
} as const satisfies Record<string, Style>

/** The height of a line in a style, in points. */
export function lineHeight({ size }: Style): number {
  return size * leading
}

/** What the document says of itself. Same facts, same bytes. */
export type About = {
  readonly title: string
  readonly author: string
  readonly lang: string
  readonly at: Date
}

type Line = { readonly text: string; readonly x: number; readonly y: number; readonly style: Style }

/**
 * A tagged PDF/A-3a being written from top to bottom: pages, text set line by line, and the structure beside it. `y`
 * is where the next thing goes, from the top of the page.
 */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument
  readonly root: Tag
  y: number = page.top
  readonly #widths = new Map<string, number>()

  constructor({ title, author, lang, at }: About) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      displayTitle: true,
      bufferPages: true,
      lang,
      // No font is loaded that the paper does not use.
      font: null as unknown as string,
      info: {
        Title: metadataText(title),
        Author: metadataText(author),
        Creator: 'Talong',
        Producer: 'Talong',
        CreationDate: at,
        ModDate: at,
      },
    })
    for (const face of ['regular-latin', 'regular-latin-ext', 'bold-latin', 'bold-latin-ext'] as const) {
      // pdfkit takes a parsed font as it is; its types do not know.
      this.pdf.registerFont(face, fontOf(face) as unknown as string)
    }
    this.root = this.pdf.struct('Document')
    this.pdf.addStructure(this.root)
  }

  /** Adds an element to the structure, after what is in its parent already. */
  tag(parent: Tag, type: string, scope?: 'Row' | 'Column'): Tag {
    const options = scope === undefined ? {} : { scope }
    const element = this.pdf.struct(type, options as PDFKit.Mixins.StructureElementOptions)
    parent.add(element)
    return element
  }

  /** Draws something that belongs to an element; it may be drawn in several parts, also on several pages. */
  draw(element: Tag, type: string, paint: () => void): void {
    element.add(this.pdf.markStructureContent(type))
    paint()
    this.pdf.endMarkedContent()
  }

  /** Draws something that says nothing: a rule, a page number, a table head that was read already. */
  decorate(paint: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type } as PDFKit.Mixins.MarkingOptions)
    paint()
    this.pdf.endMarkedContent()
  }

  /** How much is left of the page, in points. */
  get room(): number {
    // A hair more: sums of line heights are never exact.
    return page.height - page.bottom - this.y + 0.01
  }

  addPage(): void {
    this.pdf.addPage()
    this.y = page.top
  }

  /** A page where `height` fits: this one, or the next. */
  need(height: number): void {
    if (height > this.room && this.y > page.top) this.addPage()
  }

  widthOf(text: string, style: Style): number {
    const key = `${style.weight} ${style.figures ?? ''} ${text}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      width = 0
      for (const run of runsOf(text, style.weight).runs) width += this.#runWidth(run.text, run.face, style)
      this.#widths.set(key, width)
    }
    return width * style.size
  }

  /** At size 1. */
  #runWidth(text: string, face: Face, { figures }: Style): number {
    return this.pdf.font(face, 1).widthOfString(text, figuresOf(text, figures))
  }

  /** The lines that a text takes in a width. */
  wrap(text: string, style: Style, width: number): readonly string[] {
    return wrapText(cleanText(text), width, (part) => this.widthOf(part, style))
  }

  /** Sets one line; `y` is the top of its line height. */
  line({ text, x, y, style }: Line): void {
    const { runs, isWhole } = runsOf(text, style.weight)
    // What is drawn differs from what is meant: the text of the document is what is meant.
    if (!isWhole) this.pdf.markContent('Span', { actual: text } as PDFKit.Mixins.MarkingOptions)
    const baseline = y + lineHeight(style) * 0.76
    let at = x
    for (const run of runs) {
      this.pdf
        .font(run.face, style.size)
        .fillColor(style.color)
        .text(run.text, at, baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...figuresOf(run.text, style.figures),
        })
      at += this.#runWidth(run.text, run.face, style) * style.size
    }
    if (!isWhole) this.pdf.endMarkedContent()
  }

  /** Sets one line that ends at `x`. */
  lineEnding({ text, x, y, style }: Line): void {
    this.line({ text, x: x - this.widthOf(text.trimEnd(), style), y, style })
  }

  /** A hairline across, or the perforation: where money leaves. */
  rule(
    y: number,
    from: number = left,
    to: number = right,
    look: 'hairline' | 'perforation' = 'hairline',
  ): void {
    this.decorate(() => {
      const path = this.pdf.moveTo(from, y).lineTo(to, y)
      if (look === 'perforation') path.lineWidth(1.5).dash(6, { space: 4 }).stroke(colors.control).undash()
      else path.lineWidth(0.75).stroke(colors.line)
    })
  }

  /** Attaches the document that the paper was made from. */
  attach(bytes: Uint8Array, of: { name: string; description: string; at: Date }): void {
    this.pdf.file(
      bytes as Buffer,
      {
        name: of.name,
        type: 'application/xml',
        description: of.description,
        creationDate: of.at,
        modifiedDate: of.at,
        relationship: 'Source',
      } as PDFKit.Mixins.PDFAttachmentOptions,
    )
  }

  /** Draws on each page once it is known how many there are, then gives the bytes. */
  finish(each: (number: number, of: number) => void): Uint8Array {
    const { count } = this.pdf.bufferedPageRange()
    for (let at = 0; at < count; at += 1) {
      this.pdf.switchToPage(at)
      each(at + 1, count)
    }
    this.pdf.end()
    // All of it is there: pdfkit writes as it goes, and nobody has read.
    return this.pdf.read() as Buffer
  }
}

function figuresOf(text: string, figures: true | undefined): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  return figures && /\d/.test(text) ? { features: ['tnum'] } : {}
}

/** pdfkit writes these texts into XML as they are: signs that mean something there are left out. */
function metadataText(text: string): string {
  return cleanText(text)
    .replace(/[<>&\n]+/g, ' ')
    .trim()
}
