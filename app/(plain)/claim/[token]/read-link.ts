import 'server-only'
import { cache } from 'react'
import { publicContext } from '#app/_server/session.ts'
import { readClaim } from '#lib/services/recipients/claim.ts'

/** What is behind a claim's link, looked up once in a request. Opening it changes nothing. */
export const readLink = cache(async (token: string) => readClaim(await publicContext(), token))
