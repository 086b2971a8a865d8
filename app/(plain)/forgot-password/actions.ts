'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { forgottenPasswordForm } from '#lib/forms/account.ts'
import { requestPasswordReset } from '#lib/services/account/password-reset.ts'
import { keepAskedAddress } from './asked-address.ts'

/** Takes the address of whoever has forgotten their password (K3); the answer is the same for every address. */
export const forgottenPasswordAction = defineAction({
  who: 'anyone',
  schema: forgottenPasswordForm,
  run: requestPasswordReset,
  then: async ({ email }) => {
    await keepAskedAddress(email)
    redirect('/forgot-password/sent')
  },
})
