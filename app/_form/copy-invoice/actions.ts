'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { invoiceForm } from '#lib/forms/documents.ts'
import { copyInvoice } from '#lib/services/invoices/copy-invoice.ts'

/**
 * *Kopiera till ny*, *Som förra gången* (K19): goes on in the form, with the copy. When something of the earlier
 * invoice is no longer there it stays, so that the page names it first.
 */
export const copyInvoiceAction = defineAction({
  who: 'supplier',
  schema: invoiceForm,
  run: (ctx, { invoiceId }) => copyInvoice(ctx, invoiceId),
  then: ({ draftId, gone }) => {
    revalidatePath('/', 'layout')
    if (gone.customerName === null && gone.accounts === 0) redirect(`/invoices/${draftId}`)
  },
})
