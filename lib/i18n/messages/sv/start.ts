/** The start page: Swedish, the source. */
export const start = {} as const
