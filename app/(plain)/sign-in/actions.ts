'use server'

import { redirect } from 'next/navigation'
import { writeSessionCookie } from '#app/_server/auth.ts'
import { defineAction } from '#app/_server/define-action.ts'
import { rememberPreferences } from '#app/_server/preferences.ts'
import { succeed } from '#lib/core/result.ts'
import { signInForm } from '#lib/forms/account.ts'
import { signIn, startSession } from '#lib/services/account/sessions.ts'

/** Signs in (S5): a session of its own for this device, in the language stored with the user. */
export const signInAction = defineAction({
  who: 'anyone',
  schema: signInForm,
  run: async (ctx, input) => {
    const user = await signIn(ctx, input)
    if (!user.ok) return user
    return succeed({ secret: await startSession(ctx, user.value.userId), language: user.value.locale })
  },
  then: async ({ secret, language }) => {
    await writeSessionCookie(secret)
    await rememberPreferences({ language })
    redirect('/')
  },
})
