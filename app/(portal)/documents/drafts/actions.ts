'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#app/_server/define-action.ts'
import { invoiceForm } from '#lib/forms/documents.ts'
import { removeDraft, restoreDraft, voidInvoice } from '#lib/services/invoices/void-invoice.ts'

/** *Ta bort* of a draft without a number; `restoreDraftAction` brings it back. */
export const removeDraftAction = defineAction({
  who: 'supplier',
  schema: invoiceForm,
  run: (ctx, { invoiceId }) => removeDraft(ctx, invoiceId),
  then: () => revalidatePath('/', 'layout'),
})

/** *Ångra*. */
export const restoreDraftAction = defineAction({
  who: 'supplier',
  schema: invoiceForm,
  run: (ctx, { invoiceId }) => restoreDraft(ctx, invoiceId),
  then: () => revalidatePath('/', 'layout'),
})

/** *Ta bort* of a draft that has its number: it is voided, for good. */
export const voidDraftAction = defineAction({
  who: 'supplier',
  schema: invoiceForm,
  run: (ctx, { invoiceId }) => voidInvoice(ctx, invoiceId),
  then: () => revalidatePath('/', 'layout'),
})
