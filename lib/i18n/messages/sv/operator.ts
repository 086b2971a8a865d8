/** The operator's pages: Swedish, the source. */
export const operator = {} as const
