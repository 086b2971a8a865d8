import 'server-only'
import { cache } from 'react'
import { publicContext } from '#app/_server/session.ts'
import { getActivation } from '#lib/services/account/activation.ts'

/** What is behind an activation link, looked up once in a request. Opening it changes nothing. */
export const readLink = cache(async (token: string) => getActivation(await publicContext(), token))
