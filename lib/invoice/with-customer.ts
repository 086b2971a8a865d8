import { type CustomerDefaultField, customerDefaultFields } from './customer-defaults.ts'
import type { InvoiceDraft } from './draft.ts'
import { withFixedValues } from './fixed-values.ts'
import type { BuyerProfile } from './parties.ts'

/**
 * A draft for another customer: the customer's usual values where nothing stands, then what the recipient fixes. The
 * usual values of the customer `before` go with it; what a person typed stays.
 */
export function withCustomer(
  draft: InvoiceDraft,
  customer: BuyerProfile | undefined,
  before: BuyerProfile | undefined,
): InvoiceDraft {
  const valueIn = (field: CustomerDefaultField) => {
    const isOfBefore = draft[field] !== '' && draft[field] === before?.defaults?.[field]
    const kept = isOfBefore ? '' : draft[field]
    return kept === '' ? (customer?.defaults?.[field] ?? '') : kept
  }
  const values = Object.fromEntries(customerDefaultFields.map((field) => [field, valueIn(field)]))
  const customerId = customer?.customerId ?? ''
  return withFixedValues({ ...draft, ...values, customerId }, customer?.profile)
}
