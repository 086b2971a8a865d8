'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { linkForm } from '#lib/forms/account.ts'
import { confirmEmailChange } from '#lib/services/account/change-email.ts'

/** Makes the new address the one to sign in with. */
export const confirmEmailAction = defineAction({
  who: 'anyone',
  schema: linkForm,
  run: confirmEmailChange,
  then: () => redirect('/confirm-email/done'),
})
