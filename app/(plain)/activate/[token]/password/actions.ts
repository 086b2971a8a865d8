'use server'

import { redirect } from 'next/navigation'
import { writeSessionCookie } from '#app/_server/auth.ts'
import { defineAction } from '#app/_server/define-action.ts'
import { succeed } from '#lib/core/result.ts'
import { passwordForm } from '#lib/forms/account.ts'
import { createAccount } from '#lib/services/account/activation.ts'
import { startSession } from '#lib/services/account/sessions.ts'

/** Creates the company and its first user, uses the link up, and signs in (S3). */
export const createAccountAction = defineAction({
  who: 'anyone',
  schema: passwordForm,
  run: async (ctx, input) => {
    const created = await createAccount(ctx, input)
    return created.ok ? succeed({ secret: await startSession(ctx, created.value.userId) }) : created
  },
  then: async ({ secret }) => {
    await writeSessionCookie(secret)
    redirect('/settings/company?welcome=1')
  },
})
