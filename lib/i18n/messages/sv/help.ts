/** Help and the page More: Swedish, the source. */
export const help = {} as const
