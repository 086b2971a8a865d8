import { unitCodeOf } from '#lib/codelists/unit-words.ts'
import { zeroWithoutReason } from '#lib/codelists/vat-choices.ts'
import { readAmount } from '#lib/core/amount-input.ts'
import { toShortestText } from '#lib/core/decimal.ts'
import { tabSeparated } from '#lib/core/tab-separated.ts'
import type { DraftLine } from './draft.ts'

const columns = ['itemName', 'quantity', 'unit', 'unitPrice', 'vatChoice'] as const

type Column = (typeof columns)[number] | 'sellerItemId' | 'itemDescription'

/** What a row of a spreadsheet says of a line; a cell that says nothing is absent. */
export type PastedLine = Partial<Pick<DraftLine, Column>>

/** The words a first row names its columns with, in small letters and without what is not a letter. */
const headerWords: Readonly<Record<Column, string>> = {
  itemName: 'benämning|text|vara|tjänst|artikel|produkt|name|item|product|service',
  itemDescription: 'beskrivning|description|details',
  sellerItemId: 'artnr|artikelnr|artikelnummer|sku|itemno|articleno',
  quantity: 'antal|kvantitet|mängd|ant|quantity|qty',
  unit: 'enhet|enh|unit',
  unitPrice: 'pris|àpris|apris|styckpris|prisst|enhetspris|price|unitprice',
  vatChoice: 'moms|momssats|vat|vatrate|tax',
}

const columnByWord = new Map(
  Object.entries(headerWords).flatMap(([column, words]) =>
    words.split('|').map((word) => [word, column as Column] as const),
  ),
)

/** The greatest lengths a draft keeps; a name goes on in the description. */
const most = { itemName: 200, itemDescription: 500, sellerItemId: 50, number: 40, unit: 20, vatChoice: 40 }

/**
 * The lines in text copied from a spreadsheet; none when the text is not of several cells. The first row's words say
 * which column is what, else their number and which of them hold numbers: text; text, price; text, quantity, price;
 * text, quantity, unit, price; all with VAT. What cannot be read as a number, unit or VAT stays as it was written, so
 * that it is judged at its cell; what other columns hold is left out.
 */
export function pastedLines(text: string): readonly PastedLine[] {
  if (!/[\t\n\r]/.test(text.trim())) return []
  const [first = [], ...rest] = tabSeparated(text)
  const named = first.map((cell) => columnByWord.get(cell.toLowerCase().replace(/[^\p{L}]/gu, '')))
  const hasHeader = named.filter((column) => column !== undefined).length > 1
  const rows = hasHeader ? rest : [first, ...rest]
  const order = hasHeader ? named : orderOf(rows)
  return rows.map((row) => lineOf(row, order)).filter((line) => Object.keys(line).length > 0)
}

/** What the columns are when nothing names them. */
function orderOf(rows: readonly (readonly string[])[]): readonly Column[] {
  const isNumbers = (at: number) => rows.every((row) => readAmount(row[at] ?? '').kind !== 'invalid')
  const count = Math.max(0, ...rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1))
  if (count <= 2) return ['itemName', 'unitPrice']
  if (isNumbers(2)) return ['itemName', 'quantity', 'unitPrice', 'vatChoice']
  return columns
}

function lineOf(row: readonly string[], order: readonly (Column | undefined)[]): PastedLine {
  const cells = row.flatMap((text, at) => {
    const column = order[at]
    return column === undefined || text === '' ? [] : [[column, readCell(column, text)] as const]
  })
  const line: PastedLine = Object.fromEntries(cells)
  const { itemName = '', itemDescription = '' } = line
  if (itemName.length <= most.itemName) return line
  const more = `${itemName.slice(most.itemName)} ${itemDescription}`.trim()
  return {
    ...line,
    itemName: itemName.slice(0, most.itemName),
    itemDescription: more.slice(0, most.itemDescription),
  }
}

function readCell(column: Column, text: string): string {
  switch (column) {
    case 'itemName':
      return text
    case 'itemDescription':
    case 'sellerItemId':
      return text.slice(0, most[column])
    case 'quantity':
    case 'unitPrice':
      return text.slice(0, most.number)
    case 'unit':
      return unitCodeOf(text) ?? text.slice(0, most.unit)
    case 'vatChoice':
      return vatChoiceOf(text) ?? text.slice(0, most.vatChoice)
  }
}

/** `25`, `25 %` and `0,25` are the same rate. 0 % is chosen, but not why. */
const choiceByRate: Readonly<Record<string, string>> = {
  '25': 'rate-25',
  '12': 'rate-12',
  '6': 'rate-6',
  '0.25': 'rate-25',
  '0.12': 'rate-12',
  '0.06': 'rate-6',
  '0': zeroWithoutReason,
}

function vatChoiceOf(text: string): string | null {
  const read = readAmount(text.replace('%', ''))
  return read.kind === 'value' ? (choiceByRate[toShortestText(read.value)] ?? null) : null
}
