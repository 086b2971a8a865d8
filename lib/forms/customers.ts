import { z } from 'zod'
import { isCountryCode } from '#lib/codelists/countries.ts'
import { customerDefaultLengths as longest } from '#lib/invoice/customer-defaults.ts'
import { parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import { parseVatNumber } from '#lib/party/vat-number.ts'
import { newPassword } from './account.ts'
import { identifier, line, optionalLine, optionalText, requiredLine, tick } from './text.ts'

const customerId = z.uuid('unreadable')

/** *Lägg till {företag}*, step 2: what was said in step 1, confirmed. */
export const customerForm = z.strictObject({
  partyId: z.uuid('unreadable'),
  customerNumber: optionalLine(30),
  message: optionalText(500),
})

/** One customer: *Påminn*. */
export const customerIdForm = z.strictObject({ customerId })

/** One customer, and the register as it was shown, to go back to. */
export const customerOfListForm = z.strictObject({
  customerId,
  q: z.string().max(100).default(''),
  show: z.string().max(20).default(''),
})

/** *Redigera kundnummer*. */
export const customerNumberForm = z.strictObject({ customerId, customerNumber: optionalLine(30) })

/** Whether ready invoices leave by themselves when the recipient approves (K10). */
export const sendOnApprovalForm = z.strictObject({ customerId, isChosen: tick })

/** A field that is left out stays as it was. */
const defaultLines = z
  .object({
    buyerReference: line(longest.buyerReference),
    contractReference: line(longest.contractReference),
    projectReference: line(longest.projectReference),
    buyerAccountingReference: line(longest.buyerAccountingReference),
    invoicedObjectReference: line(longest.invoicedObjectReference),
    tenderReference: line(longest.tenderReference),
    buyerIdentifier: line(longest.buyerIdentifier),
    buyerContactName: line(longest.buyerContactName),
  })
  .partial().shape

/** *Spara som standard* at the form: the fields that were asked about, empty for *Nej tack*. */
export const customerDefaultsForm = z
  .strictObject({ customerId, ...defaultLines })
  .transform(({ customerId, ...defaults }) => ({ customerId, defaults }))

/** The customer's card: what its invoices say instead of what the directory says. An address is whole or not there. */
export const customerCardForm = z
  .strictObject({
    customerId,
    vatNumber: z.union([z.literal(''), identifier('vat-number', parseVatNumber)]).default(''),
    ...defaultLines,
    street: optionalLine(100),
    street2: optionalLine(100),
    postalCode: optionalLine(20),
    city: optionalLine(80),
    country: z.string().default('SE'),
  })
  .superRefine((card, check) => {
    const { street, street2, postalCode, city, country } = card
    if (!isCountryCode(country)) check.addIssue({ code: 'custom', path: ['country'], message: 'unreadable' })
    if ([street, street2, postalCode, city].every((part) => part === '')) return
    const missing = [
      ['street', 'street-missing'],
      ['postalCode', 'postal-code-missing'],
      ['city', 'city-missing'],
    ] as const
    for (const [field, message] of missing) {
      if (card[field] === '') check.addIssue({ code: 'custom', path: [field], message })
    }
    if (country === 'SE' && postalCode !== '' && !/^\d{3} ?\d{2}$/.test(postalCode)) {
      check.addIssue({ code: 'custom', path: ['postalCode'], message: 'postal-code-shape' })
    }
  })
  .transform(({ customerId, vatNumber, street, street2, postalCode, city, country, ...defaults }) => ({
    ...{ customerId, vatNumber, defaults },
    address: street === '' ? undefined : { street, street2, postalCode, city, country },
  }))

/** *Godkänn* in *Kopplingsförfrågningar*, one or several; *Ångra* too. */
export const requestsForm = z.strictObject({
  requestIds: z
    .array(z.uuid('unreadable'), 'requests-missing')
    .min(1, 'requests-missing')
    .max(200, 'too-long'),
})

const reason = requiredLine('reason-missing', 300)

/** *Neka…* and *Återkalla…*: the supplier is told why. */
export const requestReasonForm = z.strictObject({ requestId: z.uuid('unreadable'), reason })

const token = z.string().max(200)

/** *Godkänn* behind the link in a mail. */
export const approveLinkForm = z.strictObject({ token })

/** *Neka* behind the link in a mail. */
export const refuseLinkForm = z.strictObject({ token, reason })

/** *Ta emot e-fakturor*: whose party it is. */
export const claimRequestForm = z.strictObject({
  orgNumber: identifier('org-number', parseOrganisationNumber),
})

/** The agreement, a name and a password, behind the link of a claim. */
export const claimForm = z.strictObject({
  token,
  version: z.string().max(40),
  hash: z.string().max(64),
  accepted: tick.refine((value) => value, 'agreement-unticked'),
  name: requiredLine('contact-name-missing', 120),
  password: newPassword,
})
