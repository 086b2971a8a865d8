import { objectSchemes } from '#lib/codelists/object-schemes.ts'
import type { Invoice } from '#lib/invoice/model.ts'
import { maskOrganisationNumber } from '#lib/party/organisation-number.ts'
import { maskPeppolId } from '#lib/party/peppol-id.ts'
import { beside, facts, type Place, paragraph, space } from './blocks.ts'
import { type Sheet, styles } from './sheet.ts'
import { type PaperWords, periodText } from './words.ts'

/** The buyer and where it was delivered to the left; dates and references to the right. */
export function drawParties(sheet: Sheet, invoice: Invoice, words: PaperWords): void {
  space(sheet, 22)
  beside(
    sheet,
    (place) => {
      drawBuyer(sheet, invoice, words, place)
      drawDelivered(sheet, invoice, words, place)
    },
    (place) => facts(sheet, sheet.tag(sheet.root, 'Sect'), referencesOf(invoice, words), place),
  )
}

/** BG-7, BG-9. */
function drawBuyer(sheet: Sheet, { buyer }: Invoice, words: PaperWords, place: Place): void {
  const { paper } = words
  const box = sheet.tag(sheet.root, 'Sect')
  paragraph(sheet, box, 'H2', { text: paper('buyer'), style: styles.heading, place })
  sheet.y += 1
  paragraph(sheet, box, 'P', { text: buyer.name, style: styles.strong, place })
  paragraph(sheet, box, 'P', { text: buyer.tradingName, style: styles.label, place })
  const address = words.addressLines(buyer.address).join('\n')
  paragraph(sheet, box, 'P', { text: address, style: styles.figures, place })
  sheet.y += 6
  const { electronicAddress, identifier, contact } = buyer
  const rows = [
    [paper('orgNumber'), maskOrganisationNumber(buyer.orgNumber)],
    [paper('vatNumber'), buyer.vatNumber],
    [paper('buyerId'), identifier.id],
    [paper('eAddress'), electronicAddress === null ? '' : maskPeppolId(electronicAddress)],
    [paper('contact'), contact.name],
    [paper('phone'), contact.phone],
    [paper('email'), contact.email],
  ] as const
  facts(sheet, box, rows, place)
}

/** BG-13, BG-15. */
function drawDelivered(sheet: Sheet, { deliverTo }: Invoice, words: PaperWords, place: Place): void {
  const { name, locationId, address } = deliverTo
  if (name === '' && locationId === '' && address === null) return
  const { paper } = words
  space(sheet, 12)
  const box = sheet.tag(sheet.root, 'Sect')
  paragraph(sheet, box, 'H2', { text: paper('deliveredTo'), style: styles.heading, place })
  sheet.y += 1
  paragraph(sheet, box, 'P', { text: name, style: styles.body, place })
  const lines = address === null ? '' : words.addressLines(address).join('\n')
  paragraph(sheet, box, 'P', { text: lines, style: styles.figures, place })
  facts(sheet, box, [[paper('gln'), locationId]], place)
}

/** BT-9 … BT-19, those a reader looks for first on top. */
function referencesOf(invoice: Invoice, { paper }: PaperWords) {
  const { scheme, id } = invoice.invoicedObject
  const known = objectSchemes.find((each) => each === scheme)
  return [
    [paper(`issueDate.${invoice.kind}`), invoice.issueDate],
    [paper('dueDate'), invoice.dueDate ?? ''],
    [paper('buyerReference'), invoice.buyerReference],
    [paper('orderNumber'), invoice.purchaseOrderReference],
    [paper('salesOrder'), invoice.salesOrderReference],
    [paper('contract'), invoice.contractReference],
    [paper('project'), invoice.projectReference],
    [paper(known === undefined ? 'object' : `objectOf.${known}`), id],
    [paper('accounting'), invoice.buyerAccountingReference],
    [paper('despatch'), invoice.despatchReference],
    [paper('receipt'), invoice.receiptReference],
    [paper('tender'), invoice.tenderReference],
    [paper('sellerReference'), invoice.seller.contact.name],
    [paper('deliveryDate'), invoice.deliveryDate ?? ''],
    [paper('period'), periodText(invoice.invoicingPeriod)],
    [paper('currency'), invoice.currency === 'SEK' ? '' : invoice.currency],
  ] as const
}
