'use server'

import { redirect } from 'next/navigation'
import { writeSessionCookie } from '#app/_server/auth.ts'
import { defineAction } from '#app/_server/define-action.ts'
import { rememberPreferences } from '#app/_server/preferences.ts'
import { resetForm } from '#lib/forms/account.ts'
import { resetPassword } from '#lib/services/account/password-reset.ts'

/** Replaces a forgotten password, ends every session of the user, and signs in (K3). */
export const resetPasswordAction = defineAction({
  who: 'anyone',
  schema: resetForm,
  run: resetPassword,
  then: async ({ secret, locale }) => {
    await writeSessionCookie(secret)
    await rememberPreferences({ language: locale })
    redirect('/')
  },
})
