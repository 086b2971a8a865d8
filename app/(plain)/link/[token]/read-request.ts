import 'server-only'
import { cache } from 'react'
import { publicContext } from '#app/_server/session.ts'
import { readLink } from '#lib/services/recipients/answer-link.ts'

/** What is behind the link of a request, looked up once in a request. Opening it changes nothing. */
export const readRequest = cache(async (token: string) => readLink(await publicContext(), token))
