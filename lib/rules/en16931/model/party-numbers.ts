import { askedOnce } from '../../asked-once.ts'
import type { JudgedDocument } from '../../judged-document.ts'
import { exists, find } from '../../xpath.ts'
import { hasVatNumber } from './places.ts'

/** Which numbers the parties of a document have, in whatever part of it the parties stand. */
export type PartyNumbers = {
  /** Any tax registration of the seller: BT-31, BT-32. */
  readonly sellerTax: boolean
  /** BT-31. */
  readonly sellerVat: boolean
  /** BT-63. */
  readonly representativeVat: boolean
  /** BT-48. */
  readonly buyerVat: boolean
  /** BT-47. */
  readonly buyerLegal: boolean
}

/** The numbers of the parties, asked for once in a document. */
export const partyNumbers = askedOnce((document): PartyNumbers => {
  const sellers = partiesOf(document, 'cac:AccountingSupplierParty')
  const buyers = partiesOf(document, 'cac:AccountingCustomerParty')
  return {
    sellerTax: sellers.some((party) => exists(party, 'cac:PartyTaxScheme', 'cbc:CompanyID')),
    sellerVat: sellers.some(hasVatNumber),
    representativeVat: document.named('cac:TaxRepresentativeParty').some(hasVatNumber),
    buyerVat: buyers.some(hasVatNumber),
    buyerLegal: buyers.some((party) => exists(party, 'cac:PartyLegalEntity', 'cbc:CompanyID')),
  }
})

function partiesOf(document: JudgedDocument, name: string) {
  return document.named(name).flatMap((each) => find(each, 'cac:Party'))
}
