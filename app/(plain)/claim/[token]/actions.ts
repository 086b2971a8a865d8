'use server'

import { redirect } from 'next/navigation'
import { writeSessionCookie } from '#app/_server/auth.ts'
import { defineAction } from '#app/_server/define-action.ts'
import { succeed } from '#lib/core/result.ts'
import { claimForm } from '#lib/forms/customers.ts'
import { startSession } from '#lib/services/account/sessions.ts'
import { claimByLink } from '#lib/services/recipients/claim.ts'

/** Uses the link up: the organisation, its first user and the agreement's evidence, then signed in. */
export const claimAction = defineAction({
  who: 'anyone',
  schema: claimForm,
  run: async (ctx, input) => {
    const claimed = await claimByLink(ctx, input)
    return claimed.ok ? succeed({ secret: await startSession(ctx, claimed.value.userId) }) : claimed
  },
  then: async ({ secret }) => {
    await writeSessionCookie(secret)
    redirect('/requests')
  },
})
