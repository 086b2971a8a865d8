import { glnScheme, orgNumberScheme } from '#lib/codelists/address-schemes.ts'
import { cleanLine } from '#lib/core/text.ts'
import { parseGln } from '#lib/party/gln.ts'
import { electronicAddressOf } from './check-parties.ts'
import { buyerVatNumberOf } from './check-vat.ts'
import { deliveryAddressOf } from './delivery.ts'
import type { InvoiceDraft } from './draft.ts'
import type { Buyer, InvoiceAccount, InvoiceDelivery, Seller } from './model.ts'
import type { Address, BuyerProfile, Contact, PaymentAccount, SellerProfile } from './parties.ts'

/**
 * BG-4. A company that goes by its GLN keeps its organisation number, a sole trader's personnummer, off the invoice.
 * `withVat` false: nothing but sales outside VAT, where no VAT number may stand (BR-O-02).
 */
export function sellerOf(company: SellerProfile, contactName: string, withVat: boolean): Seller {
  const gln = company.identifyBy === 'gln' ? (company.gln ?? '') : ''
  const name = cleanLine(company.name)
  return {
    name,
    tradingName: differing(company.tradingName, name),
    gln,
    orgNumber: gln === '' ? company.orgNumber : '',
    vatNumber: withVat && company.vatRegistered ? company.vatNumber : '',
    fTaxApproved: company.fTaxApproved,
    seat: cleanLine(company.seat),
    electronicAddress:
      gln === '' ? { scheme: orgNumberScheme, id: company.orgNumber } : { scheme: glnScheme, id: gln },
    address: addressOf(company.address),
    contact: contactOf({ ...company.contact, name: cleanLine(contactName) || company.contact.name }),
  }
}

/** BG-7. `withVat` as for the seller. */
export function buyerOf(customer: BuyerProfile, draft: InvoiceDraft, withVat: boolean): Buyer {
  const name = cleanLine(customer.name)
  return {
    name,
    tradingName: differing(customer.tradingName, name),
    orgNumber: customer.orgNumber,
    vatNumber: withVat ? (buyerVatNumberOf(draft, customer) ?? '') : '',
    electronicAddress: electronicAddressOf(draft.electronicAddress, customer) ?? null,
    address: addressOf(customer.address),
    identifier: identifierOf(draft.buyerIdentifier),
    contact: contactOf({
      name: draft.buyerContactName,
      phone: draft.buyerContactPhone,
      email: draft.buyerContactEmail,
    }),
  }
}

/** BG-17. The holder stands on an IBAN only. */
export function accountOf(account: PaymentAccount, company: SellerProfile): InvoiceAccount {
  const isIban = account.kind === 'iban'
  return {
    kind: account.kind,
    number: account.number,
    holder: isIban ? firstCharacters(cleanLine(company.name), 70) : '',
    bic: isIban ? (account.bic ?? '') : '',
  }
}

/** BG-13, BG-15. */
export function deliveryOf(draft: InvoiceDraft): InvoiceDelivery {
  const gln = parseGln(draft.deliverToLocationId)
  const address = deliveryAddressOf(draft)
  return {
    name: cleanLine(draft.deliverToName),
    locationId: gln.ok ? gln.value : '',
    address: address === null ? null : addressOf(address),
  }
}

/** BT-46: thirteen digits with a right check digit are a GLN. */
function identifierOf(text: string): Buyer['identifier'] {
  const gln = parseGln(text)
  return gln.ok ? { scheme: glnScheme, id: gln.value } : { scheme: '', id: cleanLine(text) }
}

function addressOf(address: Address): Address {
  return {
    street: cleanLine(address.street),
    street2: cleanLine(address.street2),
    line3: cleanLine(address.line3 ?? ''),
    postalCode: postalCodeOf(address),
    city: cleanLine(address.city),
    subdivision: cleanLine(address.subdivision ?? ''),
    country: address.country,
  }
}

/** Swedish postcodes are written `903 26`. */
function postalCodeOf({ postalCode, country }: Address): string {
  const typed = cleanLine(postalCode)
  const [, first, rest] = /^(\d{3})(\d{2})$/.exec(typed.replace(/\s/g, '')) ?? []
  return country === 'SE' && first !== undefined ? `${first} ${rest}` : typed
}

function contactOf(contact: Contact): Contact {
  return {
    name: cleanLine(contact.name),
    phone: cleanLine(contact.phone),
    email: cleanLine(contact.email),
  }
}

/** The first so many characters, none of them cut in two. */
function firstCharacters(text: string, count: number): string {
  return Array.from(text).slice(0, count).join('').trim()
}

function differing(tradingName: string, name: string): string {
  const cleaned = cleanLine(tradingName)
  return cleaned === name ? '' : cleaned
}
