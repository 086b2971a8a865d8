/** The fields that may have a usual value for a customer, each with the most characters it takes, in the form's order. */
export const customerDefaultLengths = {
  buyerReference: 50,
  contractReference: 50,
  projectReference: 50,
  buyerAccountingReference: 100,
  invoicedObjectReference: 50,
  tenderReference: 50,
  buyerIdentifier: 35,
  buyerContactName: 100,
} as const

/** A field that may have a usual value for a customer. */
export type CustomerDefaultField = keyof typeof customerDefaultLengths

/** The fields that may have a usual value for a customer, in the form's order. */
export const customerDefaultFields = Object.keys(customerDefaultLengths) as readonly CustomerDefaultField[]

/** The usual values of a customer. A field that is missing was never asked about; empty: it was, and has none. */
export type CustomerDefaults = { readonly [Field in CustomerDefaultField]?: string | undefined }
