/** Activation, agreement, choosing a password: Swedish, the source. */
export const activation = {} as const
