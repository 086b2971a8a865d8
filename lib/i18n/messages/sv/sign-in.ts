/** Signing in, forgotten password: Swedish, the source. */
export const signIn = {} as const
