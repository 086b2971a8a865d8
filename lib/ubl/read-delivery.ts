import { glnScheme } from '#lib/codelists/address-schemes.ts'
import type { Invoice, InvoicePeriod } from '#lib/invoice/model.ts'
import type { DocumentReader, Place } from './document-reader.ts'
import { readAddress } from './read-party.ts'
import { firstAt, type UblElement } from './tree.ts'

/** Delivery (BG-13, BG-15). A place that goes by another number than a GLN is left. */
export function readDelivery(
  reader: DocumentReader,
  root: UblElement,
): Pick<Invoice, 'deliveryDate' | 'deliverTo'> {
  const delivery = firstAt(root, 'cac:Delivery')
  const locationId = 'cac:DeliveryLocation/cbc:ID'
  const address = firstAt(root, 'cac:Delivery/cac:DeliveryLocation/cac:Address')
  const isGln = reader.constantAttribute(delivery, locationId, 'schemeID', glnScheme)
  return {
    deliveryDate: reader.date(delivery, 'cbc:ActualDeliveryDate'),
    deliverTo: {
      name: reader.text(delivery, 'cac:DeliveryParty/cac:PartyName/cbc:Name'),
      locationId: isGln ? reader.text(delivery, locationId) : '',
      address: address === null ? null : readAddress(reader, address),
    },
  }
}

/** InvoicePeriod, of the document (BG-14) or of a line (BG-26). */
export function readPeriod(reader: DocumentReader, from: Place): InvoicePeriod {
  return {
    start: reader.date(from, 'cac:InvoicePeriod/cbc:StartDate'),
    end: reader.date(from, 'cac:InvoicePeriod/cbc:EndDate'),
  }
}
