/** The invoice form: Swedish, the source. */
export const invoice = {} as const
