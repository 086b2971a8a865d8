'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { succeed } from '#lib/core/result.ts'
import { agreementForm, linkForm } from '#lib/forms/account.ts'
import { acceptAgreement } from '#lib/services/account/activation.ts'
import { getAgreement } from '#lib/services/account/agreement.ts'
import { renewActivation } from '#lib/services/account/register-company.ts'
import { keepRegistration } from '../../_link/registration-cookie.ts'

/** Keeps that the agreement shown was accepted (S3, K2), then goes on to the password. */
export const acceptAgreementAction = defineAction({
  who: 'anyone',
  schema: agreementForm,
  run: async (ctx, input) => {
    const accepted = await acceptAgreement(ctx, input, await getAgreement(ctx))
    return accepted.ok ? succeed(input.token) : accepted
  },
  then: (token) => redirect(`/activate/${encodeURIComponent(token)}/password`),
})

/** *Skicka en ny länk* instead of one that has gone out (K1). Pressed again too soon it says how long to wait. */
export const renewActivationAction = defineAction({
  who: 'anyone',
  schema: linkForm,
  run: (ctx, { token }) => renewActivation(ctx, token),
  then: async (answer) => {
    if (!answer.sent) return
    await keepRegistration(answer)
    redirect('/register/sent')
  },
})
