/** Registering a company: Swedish, the source. */
export const register = {} as const
