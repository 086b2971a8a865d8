'use server'

import { redirect } from 'next/navigation'
import { writeSessionCookie } from '#app/_server/auth.ts'
import { defineAction } from '#app/_server/define-action.ts'
import { rememberPreferences } from '#app/_server/preferences.ts'
import { signInForm } from '#lib/forms/account.ts'
import { signIn } from '#lib/services/account/sessions.ts'

/** Signs in (S5): a session of its own for this device, in the language stored with the user. */
export const signInAction = defineAction({
  who: 'anyone',
  schema: signInForm,
  run: signIn,
  then: async ({ secret, locale }, { next }) => {
    await writeSessionCookie(secret)
    await rememberPreferences({ language: locale })
    redirect(next)
  },
})
