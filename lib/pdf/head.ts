import type { Invoice } from '#lib/invoice/model.ts'
import { maskOrganisationNumber } from '#lib/party/organisation-number.ts'
import { maskPeppolId } from '#lib/party/peppol-id.ts'
import { beside, paragraph } from './blocks.ts'
import { colors, left, lineHeight, page, right, type Sheet, styles } from './sheet.ts'
import type { PaperWords } from './words.ts'

/** What the document is called: `Faktura 1042`. */
export function titleOf({ kind, invoiceNumber }: Invoice, { paper }: PaperWords): string {
  return `${paper(`heading.${kind}`)} ${invoiceNumber}`.trim()
}

/** The seller to the left; what this is, and what it is about, to the right. */
export function drawHead(sheet: Sheet, invoice: Invoice, words: PaperWords): void {
  const { seller } = invoice
  const box = sheet.tag(sheet.root, 'Sect')
  beside(
    sheet,
    (place) => {
      paragraph(sheet, box, 'P', { text: seller.name, style: styles.company, place })
      paragraph(sheet, box, 'P', { text: seller.tradingName, style: styles.label, place })
      const address = words.addressLines(seller.address).join('\n')
      paragraph(sheet, box, 'P', { text: address, style: styles.small, place })
    },
    (place) => {
      paragraph(sheet, box, 'H1', {
        text: titleOf(invoice, words),
        style: styles.title,
        place,
        isEnding: true,
      })
      const text = precedingText(invoice, words)
      paragraph(sheet, box, 'P', { text, style: styles.figures, place, isEnding: true })
    },
  )
}

/** What a credit note credits, or what else an invoice is about (BG-3). */
function precedingText({ kind, precedingInvoices }: Invoice, { paper }: PaperWords): string {
  if (precedingInvoices.length === 0) return ''
  const list = precedingInvoices
    .map(({ number, issueDate }) =>
      issueDate === null ? paper('preceding', { number }) : paper('precedingOn', { number, date: issueDate }),
    )
    .join(', ')
  return paper(kind === 'credit-note' ? 'credits' : 'refersTo', { list })
}

/** Who the seller is (BT-29 … BT-34, BG-6), at the foot of the last page. */
export function drawFoot(sheet: Sheet, { seller }: Invoice, { paper }: PaperWords): void {
  const text = [
    `${paper('orgNumber')} ${maskOrganisationNumber(seller.orgNumber)}`,
    seller.vatNumber === '' ? '' : `${paper('vatNumber')} ${seller.vatNumber}`,
    seller.fTaxApproved ? paper('fTax') : '',
    seller.seat === '' ? '' : `${paper('seat')} ${seller.seat}`,
    seller.gln === '' ? '' : `${paper('gln')} ${seller.gln}`,
    `${paper('eAddress')} ${maskPeppolId(seller.electronicAddress)}`,
    seller.contact.phone,
    seller.contact.email,
  ]
    .filter((part) => part !== '')
    .map((part) => part.replaceAll(' ', '\u00a0'))
    .join(' · ')
  const height = sheet.wrap(text, styles.small, right - left).length * lineHeight(styles.small) + 8
  sheet.need(height + 6)
  sheet.y = Math.max(sheet.y, page.height - page.bottom - height)
  sheet.rule(sheet.y)
  sheet.y += 8
  paragraph(sheet, sheet.tag(sheet.root, 'Sect'), 'P', { text, style: styles.small })
}

/** At the bottom of each page: which document this is, and which of its pages. */
export function drawPageNumber(sheet: Sheet, title: string, text: string): void {
  const style = { ...styles.small, color: colors.control }
  const y = page.height - 36
  sheet.decorate(() => {
    const [line = ''] = sheet.wrap(title, style, (right - left) * 0.7)
    sheet.line({ text: line, x: left, y, style })
    sheet.lineEnding({ text, x: right, y, style })
  }, 'Pagination')
}
