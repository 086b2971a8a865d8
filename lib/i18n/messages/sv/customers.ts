/** Customer register, directory search, the wizard: Swedish, the source. */
export const customers = {} as const
