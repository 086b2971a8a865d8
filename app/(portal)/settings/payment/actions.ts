'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#app/_server/define-action.ts'
import { paymentAccountForm } from '#lib/forms/company.ts'
import { savePaymentAccount } from '#lib/services/company/company.ts'

/** Saves the account the company is paid to. */
export const savePaymentAccountAction = defineAction({
  who: 'supplier',
  schema: paymentAccountForm,
  run: (ctx, input) => savePaymentAccount(ctx, input),
  then: () => revalidatePath('/settings', 'layout'),
})
