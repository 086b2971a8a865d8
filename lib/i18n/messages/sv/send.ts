/** Approve and send: Swedish, the source. */
export const send = {} as const
