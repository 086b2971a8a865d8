/** `npm run bench:ubl` (G1): what the bytes of an invoice cost, beside plain string building of the same bytes. */
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'
import { invoiceOfLines } from './invoices.ts'
import { measureInTurn, quantile, type Row, report } from './measure.ts'
import { plainStrings } from './plain-strings.ts'

const most = 3
const sizes = [1, 10, 100, 1_000, 5_000]

const rows: Row[] = []
const ours = new Map<number, number>()
const theirs = new Map<number, number>()
let ratioOfHundred = Number.NaN
for (const lines of sizes) {
  const invoice = invoiceOfLines(lines)
  const bytes = toXmlBytes(writeInvoice(invoice))
  if (Buffer.compare(Buffer.from(bytes), Buffer.from(plainStrings(invoice))) !== 0) {
    throw new Error('the two ways write different bytes: the comparison would say nothing')
  }
  const { talong, strings } = measureInTurn({
    talong: () => toXmlBytes(writeInvoice(invoice)),
    strings: () => plainStrings(invoice),
  })
  if (talong === undefined || strings === undefined) throw new Error('nothing was measured')
  const ratio = quantile(talong) / quantile(strings)
  ours.set(lines, quantile(talong))
  theirs.set(lines, quantile(strings))
  if (lines === 100) ratioOfHundred = ratio
  rows.push({
    lines,
    bytes: bytes.length,
    'talong CPU-ms': quantile(talong).toFixed(3),
    'strings CPU-ms': quantile(strings).toFixed(3),
    ratio: ratio.toFixed(2),
  })
}

// Larger texts cost more by the byte whoever writes them: growth is judged beside that of plain strings.
const growthOf = (costs: ReadonlyMap<number, number>) =>
  (costs.get(5_000) ?? Number.NaN) / (costs.get(100) ?? Number.NaN)
const growth = growthOf(ours) / growthOf(theirs)
const claims: [boolean, string][] = [
  [ratioOfHundred <= most, `100 lines at ${ratioOfHundred.toFixed(2)} times plain strings (at most ${most})`],
  [
    growth <= 1.3,
    `100 to 5,000 lines costs ${growthOf(ours).toFixed(0)} times as much, plain strings ${growthOf(theirs).toFixed(0)} (at most 1.3 times theirs)`,
  ],
]
report(
  'ubl',
  'UBL bytes of an invoice, median of seven rounds in turn',
  rows,
  claims.filter(([reached]) => reached).map(([, text]) => text),
  claims.filter(([reached]) => !reached).map(([, text]) => text),
)
