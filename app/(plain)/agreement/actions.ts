'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { newAgreementForm } from '#lib/forms/account.ts'
import { acceptNewAgreement, getAgreement } from '#lib/services/account/agreement.ts'

/** Keeps that the signed-in user accepted the agreement in force (K2), then goes on to the start page. */
export const acceptNewAgreementAction = defineAction({
  who: 'company',
  schema: newAgreementForm,
  run: async (ctx, input) => acceptNewAgreement(ctx, input, await getAgreement(ctx)),
  then: () => redirect('/'),
})
