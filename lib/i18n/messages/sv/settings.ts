/** Settings of user and company: Swedish, the source. */
export const settings = {} as const
