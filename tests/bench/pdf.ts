/** `npm run bench:pdf` (G16): what the PDF of an invoice costs, beside the least that pdfkit can make of it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { invoicePdf } from '#lib/pdf/invoice-pdf.ts'
import { unpackWoff } from '#lib/pdf/unpack-woff.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'
import { readPdf } from '#tests/setup/read-pdf.ts'
import { invoiceOfLines } from './invoices.ts'
import { measureInTurn, quantile, type Row, report } from './measure.ts'
import { plainPdf } from './plain-pdf.ts'

const most = 25
const fontPath = createRequire(import.meta.url).resolve(
  '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff',
)
const font = unpackWoff(readFileSync(fontPath))
const options = { locale: 'sv', sentAt: new Date('2026-11-20T09:30:00Z') } as const

const rows: Row[] = []
let ofOnePage = Number.NaN
for (const lines of [1, 10, 100, 500]) {
  const invoice = invoiceOfLines(lines)
  const xml = toXmlBytes(writeInvoice(invoice))
  const pages = readPdf(invoicePdf(invoice, xml, options)).pages
  if (lines === 10 && pages !== 1)
    throw new Error('ten lines are no page any more: the target is for one page')
  const { talong, helvetica, parsing } = measureInTurn({
    talong: () => invoicePdf(invoice, xml, options),
    helvetica: () => plainPdf(invoice, 'Helvetica'),
    parsing: () => plainPdf(invoice, font),
  })
  if (talong === undefined || helvetica === undefined || parsing === undefined)
    throw new Error('nothing was measured')
  if (lines === 10) ofOnePage = quantile(talong)
  rows.push({
    lines,
    pages,
    bytes: invoicePdf(invoice, xml, options).length,
    'talong CPU-ms': quantile(talong).toFixed(2),
    'plain, Helvetica': quantile(helvetica).toFixed(2),
    'plain, font parsed each time': quantile(parsing).toFixed(2),
  })
}

const claim = `one page of ten lines at ${ofOnePage.toFixed(1)} CPU-ms (at most ${most})`
report(
  'pdf',
  'PDF/A-3a of an invoice with its XML inside, median of seven rounds in turn',
  rows,
  ofOnePage <= most ? [claim] : [],
  ofOnePage <= most ? [] : [claim],
)
