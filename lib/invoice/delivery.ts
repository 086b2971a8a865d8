import { cleanLine } from '#lib/core/text.ts'
import type { InvoiceDraft } from './draft.ts'
import type { Address } from './parties.ts'

/**
 * BG-15 of a draft; null when no part of it is filled. Without a country it is in Sweden as soon as another part
 * says something. BR-57.
 */
export function deliveryAddressOf(draft: InvoiceDraft): Address | null {
  const address = {
    street: cleanLine(draft.deliverToStreet),
    street2: cleanLine(draft.deliverToStreet2),
    line3: cleanLine(draft.deliverToLine3),
    postalCode: cleanLine(draft.deliverToPostalCode),
    city: cleanLine(draft.deliverToCity),
    subdivision: cleanLine(draft.deliverToSubdivision),
  }
  const isFilled = Object.values(address).some((part) => part !== '')
  const country = draft.deliverToCountry.trim()
  return isFilled || country !== '' ? { ...address, country: country === '' ? 'SE' : country } : null
}
