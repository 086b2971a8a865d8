'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { invoiceForm } from '#lib/forms/documents.ts'
import { creditInvoice } from '#lib/services/invoices/credit-invoice.ts'

/** *Kreditera* (K20): goes on in the form, with the draft of the credit note. */
export const creditInvoiceAction = defineAction({
  who: 'supplier',
  schema: invoiceForm,
  run: (ctx, { invoiceId }) => creditInvoice(ctx, invoiceId),
  then: ({ draftId }) => {
    revalidatePath('/', 'layout')
    redirect(`/invoices/${draftId}`)
  },
})
