/** Sent documents and the invoice detail: Swedish, the source. */
export const documents = {} as const
