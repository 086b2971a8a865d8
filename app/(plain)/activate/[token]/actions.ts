'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { succeed } from '#lib/core/result.ts'
import { agreementForm } from '#lib/forms/account.ts'
import { acceptAgreement } from '#lib/services/account/activation.ts'
import { getAgreement } from '#lib/services/account/agreement.ts'

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
