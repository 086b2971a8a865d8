/** The recipient's inbox: Swedish, the source. */
export const inbox = {} as const
