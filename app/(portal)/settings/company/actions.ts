'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#app/_server/define-action.ts'
import { companyForm } from '#lib/forms/company.ts'
import { saveCompany } from '#lib/services/company/company.ts'

/** Saves *Företagsuppgifter* (S6, S7). */
export const saveCompanyAction = defineAction({
  who: 'supplier',
  schema: companyForm,
  run: (ctx, input) => saveCompany(ctx, input),
  then: () => revalidatePath('/settings', 'layout'),
})
