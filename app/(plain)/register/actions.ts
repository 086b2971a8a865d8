'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { registrationForm } from '#lib/forms/account.ts'
import { registerCompany } from '#lib/services/account/register-company.ts'
import { keepRegisteredAddress } from './registered-address.ts'

/** Takes a registration (S1): a link goes to the address, and the answer is the same whoever has it. */
export const registerAction = defineAction({
  who: 'anyone',
  schema: registrationForm,
  run: (ctx, input) => registerCompany(ctx, input),
  then: async ({ email }) => {
    await keepRegisteredAddress(email)
    redirect('/register/sent')
  },
})
