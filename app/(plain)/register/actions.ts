'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { fail, succeed } from '#lib/core/result.ts'
import { emptyForm, registrationForm } from '#lib/forms/account.ts'
import { registerCompany, resendActivation } from '#lib/services/account/register-company.ts'
import { keepRegistration, readRegistrationId } from '../_link/registration-cookie.ts'

/** Takes a registration (S1): a link goes to the address, and the answer is the same whoever has it. */
export const registerAction = defineAction({
  who: 'anyone',
  schema: registrationForm,
  run: registerCompany,
  then: async (registered) => {
    await keepRegistration(registered)
    redirect('/register/sent')
  },
})

/** *Skicka igen*: a new link for the registration this device made, or how many seconds to wait. */
export const resendAction = defineAction({
  who: 'anyone',
  schema: emptyForm,
  run: async (ctx) => {
    const registrationId = await readRegistrationId()
    if (registrationId === null) return fail('unknown-link')
    const answer = await resendActivation(ctx, registrationId)
    if (!answer.ok) return answer
    if (!answer.value.sent) return succeed({ wait: answer.value.seconds, sentAt: '' })
    await keepRegistration(answer.value)
    return succeed({ wait: 0, sentAt: ctx.clock.now().toISOString() })
  },
})
