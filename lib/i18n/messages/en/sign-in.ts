import type { Shape } from '../shape.ts'
import type { signIn as source } from '../sv/sign-in.ts'

/** Signing in, forgotten password: English. */
export const signIn = {} as const satisfies Shape<typeof source>
