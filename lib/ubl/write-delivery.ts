import { glnScheme } from '#lib/codelists/address-schemes.ts'
import type { Invoice, InvoicePeriod } from '#lib/invoice/model.ts'
import { branch, leaf, type Part } from './tree.ts'
import { writeAddress } from './write-party.ts'

/** Delivery (BG-13, BG-15): the day, the place and who took it. */
export function writeDelivery({ deliveryDate, deliverTo }: Invoice): Part {
  return branch('cac:Delivery', [
    leaf('cbc:ActualDeliveryDate', deliveryDate ?? ''),
    branch('cac:DeliveryLocation', [
      leaf('cbc:ID', deliverTo.locationId, { schemeID: glnScheme }),
      deliverTo.address === null ? null : writeAddress('cac:Address', deliverTo.address),
    ]),
    branch('cac:DeliveryParty', [branch('cac:PartyName', [leaf('cbc:Name', deliverTo.name)])]),
  ])
}

/** InvoicePeriod, of the document (BG-14) or of a line (BG-26). */
export function writePeriod({ start, end }: InvoicePeriod): Part {
  return branch('cac:InvoicePeriod', [leaf('cbc:StartDate', start ?? ''), leaf('cbc:EndDate', end ?? '')])
}
