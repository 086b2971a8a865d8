import { addressSchemes, glnScheme, orgNumberScheme } from '#lib/codelists/address-schemes.ts'
import { chargeReasons, discountReasons } from '#lib/codelists/adjustment-reasons.ts'
import { attachmentTypes } from '#lib/codelists/attachment-types.ts'
import { countryCodes } from '#lib/codelists/countries.ts'
import { currencyCodes } from '#lib/codelists/currencies.ts'
import { itemClassifications } from '#lib/codelists/item-classifications.ts'
import { objectSchemes } from '#lib/codelists/object-schemes.ts'
import { units } from '#lib/codelists/units.ts'
import { vatCategories, vatexCodes } from '#lib/codelists/vat-choices.ts'
import type { EnCodeLists } from './en16931/code-rules.ts'
import type { PeppolCodeLists } from './peppol/codes.ts'

/** The scheme of a GTIN (BT-157-1). */
const gtinScheme = '0160'

const currencies = new Set(currencyCodes)
const addresses = new Set(addressSchemes)
const mediaTypes = new Set(attachmentTypes.map(({ mimeCode }) => mimeCode))
const allowanceReasons = new Set<string>(discountReasons)
const surcharges = new Set<string>(chargeReasons)
const none: ReadonlySet<string> = new Set()

/** The code lists of EN 16931, cut to what a form offers and our writer writes. */
export const formEnCodeLists: EnCodeLists = {
  invoiceTypes: new Set(['380']),
  creditNoteTypes: new Set(['381']),
  currencies,
  vatPointDates: none,
  objectSchemes: new Set(objectSchemes),
  noteSubjects: none,
  identifierSchemes: new Set([orgNumberScheme, glnScheme, gtinScheme]),
  itemClassifications: new Set(itemClassifications),
  countries: new Set(countryCodes),
  paymentMeans: new Set(['30']),
  vatCategories: new Set(vatCategories),
  allowanceReasons,
  chargeReasons: surcharges,
  exemptionReasons: new Set(vatexCodes),
  units: new Set(units.map(({ code }) => code)),
  mediaTypes,
  addressSchemes: addresses,
}

/** The code lists of Peppol, cut to the same. */
export const formPeppolCodeLists: PeppolCodeLists = {
  invoiceTypes: formEnCodeLists.invoiceTypes,
  creditNoteTypes: formEnCodeLists.creditNoteTypes,
  mimeTypes: mediaTypes,
  allowanceReasons,
  chargeReasons: surcharges,
  vatPointDates: none,
  currencies,
  addressSchemes: addresses,
}
