'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#app/_server/define-action.ts'
import { invoicingForm } from '#lib/forms/invoicing.ts'
import { saveInvoicing } from '#lib/services/company/invoicing.ts'

/** Saves the number series and what new invoices start with. */
export const saveInvoicingAction = defineAction({
  who: 'supplier',
  schema: invoicingForm,
  run: (ctx, input) => saveInvoicing(ctx, input),
  then: () => revalidatePath('/settings', 'layout'),
})
