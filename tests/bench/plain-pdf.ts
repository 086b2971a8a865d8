import { createRequire } from 'node:module'
import { toShortestText } from '#lib/core/decimal.ts'
import type { Invoice } from '#lib/invoice/model.ts'

const require = createRequire(import.meta.url)
const PDFDocument = require('pdfkit') as typeof import('pdfkit')

/**
 * The least that pdfkit can make of an invoice: the same texts at fixed places, no tags, no wrapping, no XML inside.
 * `font`: one of its own (`Helvetica`), or the bytes of one, which it parses for each document.
 */
export function plainPdf(invoice: Invoice, font: string | Buffer): Uint8Array {
  const pdf = new PDFDocument({ size: 'A4', font: font as string, info: { CreationDate: new Date(0) } })
  let y = 40
  const line = (text: string, x: number) => pdf.text(text, x, y, { lineBreak: false })
  const row = (texts: readonly string[]) => {
    for (const [at, text] of texts.entries()) line(text, 48 + at * 100)
    y += 14
  }
  pdf.fontSize(19)
  row([`Faktura ${invoice.invoiceNumber}`])
  pdf.fontSize(9.5)
  const { seller, buyer } = invoice
  for (const { name, address, vatNumber, orgNumber } of [seller, buyer]) {
    for (const text of [name, address.street, `${address.postalCode} ${address.city}`, orgNumber, vatNumber])
      row([text])
  }
  row(['Fakturadatum', invoice.issueDate, 'Förfallodatum', invoice.dueDate ?? ''])
  row(['Benämning', 'Antal', 'À-pris', 'Moms', 'Summa'])
  for (const each of invoice.lines) {
    const numbers = [each.quantity, each.netPrice, each.vatRate, each.lineNetAmount]
    row([each.itemName, ...numbers.map((number) => toShortestText(number))])
    row([each.sellerItemId])
  }
  row(['Summa', toShortestText(invoice.totals.totalWithoutVat)])
  row(['Att betala', toShortestText(invoice.totals.amountDue)])
  for (const { kind, number } of invoice.paymentAccounts) row([kind, number])
  row([seller.contact.phone, seller.contact.email])
  pdf.end()
  return pdf.read() as Buffer
}
