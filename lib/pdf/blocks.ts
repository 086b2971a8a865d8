import { fullWidth, left, lineHeight, page, type Sheet, type Style, styles, type Tag } from './sheet.ts'
import type { Fact } from './words.ts'

/** Where a block stands on the page. */
export type Place = { readonly x: number; readonly width: number }

/** The whole width of the paper. */
export const across: Place = { x: left, width: fullWidth }

type Paragraph = {
  readonly text: string
  readonly style: Style
  readonly place?: Place
  readonly isEnding?: true
}

/**
 * A paragraph at the sheet's place, over as many pages as it takes; no text, no paragraph. `isEnding`: set to the right
 * edge of its place. Leaves `y` below it.
 */
export function paragraph(
  sheet: Sheet,
  parent: Tag,
  type: string,
  { text, style, place = across, isEnding }: Paragraph,
): void {
  if (text === '') return
  const element = sheet.tag(parent, type)
  let lines = sheet.wrap(text, style, place.width)
  const height = lineHeight(style)
  while (lines.length > 0) {
    sheet.need(height)
    const here = lines.slice(0, Math.max(1, Math.floor(sheet.room / height)))
    sheet.draw(element, type, () => {
      for (const line of here) {
        if (isEnding) sheet.lineEnding({ text: line, x: place.x + place.width, y: sheet.y, style })
        else sheet.line({ text: line, x: place.x, y: sheet.y, style })
        sheet.y += height
      }
    })
    lines = lines.slice(here.length)
  }
}

/** Names and values side by side, in the order given; rows without a value are left out. Leaves `y` below them. */
export function facts(sheet: Sheet, parent: Tag, given: readonly Fact[], place: Place = across): void {
  const rows = given.filter(([, value]) => value !== '')
  if (rows.length === 0) return
  const most = place.width * 0.55
  const widest = Math.max(...rows.map(([label]) => sheet.widthOf(label, styles.label)))
  const labelWidth = Math.min(most, widest)
  const list = sheet.tag(parent, 'L')
  for (const [label, value] of rows) {
    const item = sheet.tag(list, 'LI')
    const labelTag = sheet.tag(item, 'Lbl')
    const body = sheet.tag(item, 'LBody')
    const valueX = place.x + labelWidth + 12
    const labels = sheet.wrap(label, styles.label, labelWidth)
    const values = sheet.wrap(value, styles.figures, place.x + place.width - valueX)
    const height = lineHeight(styles.label)
    // Side by side, line by line: a value longer than a page goes on where the page ends.
    for (let at = 0; at < Math.max(labels.length, values.length); at += 1) {
      sheet.need(height)
      const [name, text] = [labels[at], values[at]]
      const { y } = sheet
      if (name !== undefined)
        sheet.draw(labelTag, 'Lbl', () => sheet.line({ text: name, x: place.x, y, style: styles.label }))
      if (text !== undefined)
        sheet.draw(body, 'LBody', () => sheet.line({ text, x: valueX, y, style: styles.figures }))
      sheet.y += height
    }
  }
}

/**
 * Two blocks beside each other, read one after the other. Both begin where the sheet is; where one of them fills the
 * page, the other stands below it instead. Leaves `y` below the longer.
 */
export function beside(sheet: Sheet, first: (place: Place) => void, second: (place: Place) => void): void {
  const gap = 28
  const width = (fullWidth - gap) / 2
  const began = { y: sheet.y, page: pageOf(sheet) }
  first({ x: left, width })
  const ended = { y: sheet.y, page: pageOf(sheet) }
  if (ended.page !== began.page) {
    sheet.y += 14
    second(across)
    return
  }
  sheet.y = began.y
  second({ x: left + width + gap, width })
  if (pageOf(sheet) === ended.page) sheet.y = Math.max(sheet.y, ended.y)
}

function pageOf({ pdf }: Sheet): number {
  return pdf.bufferedPageRange().count
}

/** Room above a block, unless it begins the page. */
export function space(sheet: Sheet, points: number): void {
  if (sheet.y > page.top) sheet.y += points
}
