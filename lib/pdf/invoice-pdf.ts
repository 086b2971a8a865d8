import type { Locale } from '#lib/i18n/locale.ts'
import type { Invoice } from '#lib/invoice/model.ts'
import { paragraph, space } from './blocks.ts'
import { drawFoot, drawHead, drawPageNumber, titleOf } from './head.ts'
import { drawLines } from './lines.ts'
import { drawParties } from './parties.ts'
import { drawFiles, drawPayment, type ListedFile } from './payment.ts'
import { Sheet, styles } from './sheet.ts'
import { drawSums } from './sums.ts'
import { wordsOf } from './words.ts'

/** What the PDF is told besides the invoice. */
export type PdfOptions = {
  /** The language of the paper's own words. */
  readonly locale: Locale
  /** When the invoice was sent: the date of the document and of the XML inside. */
  readonly sentAt: Date
  /** The files that went with it, listed by name; they lie in the XML. */
  readonly files?: readonly ListedFile[]
}

/**
 * The invoice or credit note as a tagged PDF/A-3a, A4, with what the paper on screen says, in the same order and
 * words, and the exact bytes of the UBL inside as its source. The same arguments give the same bytes. Whatever the
 * texts hold, they come out as text; a letter without a glyph is drawn as `?` and stays in the text underneath.
 */
export function invoicePdf(
  invoice: Invoice,
  xml: Uint8Array,
  { locale, sentAt, files = [] }: PdfOptions,
): Uint8Array {
  const words = wordsOf(locale)
  const title = titleOf(invoice, words)
  const sheet = new Sheet({ title, author: invoice.seller.name, lang: locale, at: sentAt })
  drawHead(sheet, invoice, words)
  drawParties(sheet, invoice, words)
  if (invoice.note !== '') {
    space(sheet, 18)
    paragraph(sheet, sheet.root, 'P', { text: invoice.note, style: styles.body })
  }
  drawLines(sheet, invoice, words)
  drawSums(sheet, invoice, words)
  drawPayment(sheet, invoice, words)
  drawFiles(sheet, files, words)
  drawFoot(sheet, invoice, words)
  sheet.attach(xml, { name: xmlName(invoice), description: words.pdf('xmlInside'), at: sentAt })
  return sheet.finish((page, pages) =>
    drawPageNumber(sheet, title, words.pdf('pageOf', { page: String(page), pages: String(pages) })),
  )
}

/** The name of the XML inside: only letters that every file system takes. */
function xmlName({ invoiceNumber }: Invoice): string {
  return `invoice-${invoiceNumber.replaceAll(/[^A-Za-z0-9._-]+/g, '-')}.xml`
}
