import { itemClassifications } from '#lib/codelists/item-classifications.ts'
import type { Invoice, InvoiceLine } from '#lib/invoice/model.ts'
import { space } from './blocks.ts'
import { spaced } from './clean-text.ts'
import {
  fullWidth,
  left,
  lineHeight,
  page,
  right,
  type Sheet,
  type Style,
  styles,
  type Tag,
} from './sheet.ts'
import { amountText, type Fact, numberText, type PaperWords, percentText, periodText } from './words.ts'

const gap = 12
/** Above and below what stands in a row. */
const padding = 4
/** What a page holds below the head of the table. */
const wholePage = page.height - page.top - page.bottom - 20
/** No column of figures takes more: a longer figure goes over several lines. */
const widestFigure = 92

type Set = { readonly text: string; readonly style: Style }

/** What stands in a row: the item with what is told about it, then quantity, price, VAT and sum. */
type Row = { readonly item: readonly Set[]; readonly figures: readonly (readonly Set[])[] }

/** The right edges of the columns of figures, their widths, and the width of the item. */
type Columns = { readonly ends: readonly number[]; readonly widths: readonly number[]; readonly item: number }

/** The lines (BG-25) as a table whose head stands on every page. A row breaks over pages only when none holds it. */
export function drawLines(sheet: Sheet, invoice: Invoice, words: PaperWords): void {
  const { paper } = words
  const heads = (['quantity', 'price', 'vat', 'sum'] as const).map((name) => paper(name))
  const rows = invoice.lines.map((line) => rowOf(line, words))
  const columns = columnsFor(sheet, heads, rows)
  const table = sheet.tag(sheet.root, 'Table')
  const drawHeads = () => drawHeadRow(sheet, [paper('item'), ...heads], columns)
  space(sheet, 18)
  sheet.need(90)
  drawHeads().read(sheet.tag(sheet.tag(table, 'THead'), 'TR'))
  const body = sheet.tag(table, 'TBody')
  const onNextPage = () => {
    sheet.addPage()
    drawHeads().again()
  }
  for (const row of rows) drawRow(sheet, sheet.tag(body, 'TR'), row, { columns, onNextPage })
}

function columnsFor(sheet: Sheet, heads: readonly string[], rows: readonly Row[]): Columns {
  const widths = heads.map((head, at) => {
    const figures = rows.flatMap((row) => row.figures[at] ?? [])
    const widest = Math.max(
      sheet.widthOf(head, styles.heading),
      ...figures.map(({ text, style }) => sheet.widthOf(text, style)),
    )
    return Math.min(widestFigure, Math.max(38, widest))
  })
  const ends = widths.map(
    (_, at) => right - widths.slice(at + 1).reduce((sum, width) => sum + width + gap, 0),
  )
  const taken = widths.reduce((sum, width) => sum + width + gap, 0)
  return { ends, widths, item: fullWidth - taken }
}

/** The head: read as such where the table begins, and decoration where it stands again. */
function drawHeadRow(sheet: Sheet, [item = '', ...heads]: readonly string[], { ends }: Columns) {
  const style = styles.heading
  const { y } = sheet
  const paints = [
    () => sheet.line({ text: item, x: left, y, style }),
    ...heads.map((text, at) => () => sheet.lineEnding({ text, x: ends[at] ?? right, y, style })),
  ]
  const after = () => {
    sheet.y += lineHeight(style) + 4
  }
  return {
    read: (row: Tag) => {
      for (const paint of paints) sheet.draw(sheet.tag(row, 'TH', 'Column'), 'TH', paint)
      after()
    },
    again: () => {
      sheet.decorate(() => {
        for (const paint of paints) paint()
      }, 'Pagination')
      after()
    },
  }
}

type RowPlace = { readonly columns: Columns; readonly onNextPage: () => void }

function drawRow(sheet: Sheet, tag: Tag, row: Row, { columns, onNextPage }: RowPlace): void {
  const item = setIn(sheet, row.item, columns.item)
  const figures = row.figures.map((cell, at) => setIn(sheet, cell, columns.widths[at] ?? widestFigure))
  const height = Math.max(heightOf(item), ...figures.map(heightOf)) + 2 * padding
  if (height > sheet.room && (height <= wholePage || sheet.room < 100)) onNextPage()
  sheet.rule(sheet.y)
  sheet.y += padding
  const top = sheet.y
  const itemTag = sheet.tag(tag, 'TD')
  const here = fitting(item, sheet.room)
  drawItem(sheet, itemTag, here)
  figures.forEach((cell, at) => {
    const cellTag = sheet.tag(tag, 'TD')
    sheet.draw(cellTag, 'TD', () => {
      let y = top
      for (const line of cell) {
        sheet.lineEnding({ ...line, x: columns.ends[at] ?? right, y })
        y += lineHeight(line.style)
      }
    })
  })
  let rest = item.slice(here.length)
  if (rest.length === 0) sheet.y = top + height - padding
  while (rest.length > 0) {
    onNextPage()
    const more = fitting(rest, sheet.room)
    drawItem(sheet, itemTag, more)
    rest = rest.slice(more.length)
    if (rest.length === 0) sheet.y += padding
  }
}

function drawItem(sheet: Sheet, tag: Tag, lines: readonly Set[]): void {
  sheet.draw(tag, 'TD', () => {
    for (const line of lines) {
      sheet.line({ ...line, x: left, y: sheet.y })
      sheet.y += lineHeight(line.style)
    }
  })
}

/** The lines from the first that fit in a height; at least one. */
function fitting(lines: readonly Set[], height: number): readonly Set[] {
  let left = height
  const tooMany = lines.findIndex(({ style }) => {
    left -= lineHeight(style)
    return left < 0
  })
  return tooMany === -1 ? lines : lines.slice(0, Math.max(1, tooMany))
}

function setIn(sheet: Sheet, cell: readonly Set[], width: number): readonly Set[] {
  return cell.flatMap(({ text, style }, at) => {
    const lines = sheet.wrap(text, style, width)
    return (at < cell.length - 1 ? spaced(lines) : lines).map((line) => ({ text: line, style }))
  })
}

function heightOf(lines: readonly Set[]): number {
  return lines.reduce((sum, { style }) => sum + lineHeight(style), 0)
}

function rowOf(line: InvoiceLine, words: PaperWords): Row {
  const { paper } = words
  const unit = words.unitName(line.unit)
  const figure = (text: string) => ({ text, style: styles.figures })
  const per =
    line.baseQuantity === null
      ? []
      : [{ text: paper('per', { quantity: numberText(line.baseQuantity), unit }), style: styles.small }]
  return {
    item: [
      { text: line.itemName, style: styles.body },
      ...detailsOf(line, words).map((text) => ({ text, style: styles.small })),
    ],
    figures: [
      [figure(`${numberText(line.quantity)} ${unit}`)],
      [figure(amountText(line.netPrice)), ...per],
      [figure(line.vatCategory === 'O' ? paper('noVat') : percentText(line.vatRate))],
      [figure(amountText(line.lineNetAmount))],
    ],
  }
}

/** What stands under a line's name: text first, then what the sum comes of, then numbers and codes. */
function detailsOf(line: InvoiceLine, words: PaperWords): readonly string[] {
  const { paper } = words
  const { listPrice } = line
  const list =
    listPrice === null
      ? ''
      : paper('listPrice', {
          gross: amountText(listPrice.grossPrice),
          discount: amountText(listPrice.priceDiscount),
        })
  const adjustments = line.adjustments.map((each) => {
    const { text, amount } = words.adjustment(each)
    return `${text}: ${amountText(amount)}`
  })
  const facts = lineFacts(line, words).filter(([, value]) => value !== '')
  const told = facts.map(([label, value]) => `${label}: ${value}`).join(' · ')
  return [line.itemDescription, line.lineNote, list, ...adjustments, told].filter((text) => text !== '')
}

/** BG-26, BG-32, BT-128, BT-132, BT-133, BT-155 … BT-159. */
function lineFacts(line: InvoiceLine, { paper, countryName }: PaperWords): readonly Fact[] {
  const { list, code } = line.classification
  const known = itemClassifications.find((each) => each === list)
  const listName = known === undefined ? list : paper(`commodityOf.${known}`)
  return [
    [paper('sellerItem'), line.sellerItemId],
    [paper('buyerItem'), line.buyerItemId],
    [paper('gtin'), line.standardItemId],
    [paper('commodity', { list: listName }), code],
    [paper('origin'), line.originCountry === '' ? '' : countryName(line.originCountry)],
    ...line.attributes.map(({ name, value }) => [name, value] as const),
    [paper('period'), periodText(line.period)],
    [paper('orderLine'), line.orderLineReference],
    [paper('accounting'), line.accountingReference],
    [paper('object'), line.objectReference],
  ]
}
