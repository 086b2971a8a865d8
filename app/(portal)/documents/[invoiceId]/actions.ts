'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { succeed } from '#lib/core/result.ts'
import { invoiceForm } from '#lib/forms/documents.ts'
import { tryAgain } from '#lib/services/delivery/try-again.ts'
import { creditInvoice } from '#lib/services/invoices/credit-invoice.ts'
import { replaceInvoice } from '#lib/services/invoices/replace-invoice.ts'
import { takeBack } from '#lib/services/invoices/take-back.ts'

/** *Kreditera* (K20): goes on in the form, with the draft of the credit note. */
export const creditInvoiceAction = defineAction({
  who: 'supplier',
  schema: invoiceForm,
  run: async (ctx, { invoiceId }) => {
    const credited = await creditInvoice(ctx, invoiceId)
    return credited.ok ? succeed({ invoiceId: credited.value.draftId }) : credited
  },
  then: ({ invoiceId }) => {
    revalidatePath('/', 'layout')
    redirect(`/invoices/${invoiceId}`)
  },
})

/** *Gör en ny faktura* of a rejected one: goes on in the form, with its draft. */
export const replaceInvoiceAction = defineAction({
  who: 'supplier',
  schema: invoiceForm,
  run: async (ctx, { invoiceId }) => {
    const replaced = await replaceInvoice(ctx, invoiceId)
    return replaced.ok ? succeed({ invoiceId: replaced.value.draftId }) : replaced
  },
  then: ({ invoiceId }) => {
    revalidatePath('/', 'layout')
    redirect(`/invoices/${invoiceId}`)
  },
})

/** *Ändra och skicka igen*: an invoice that did not arrive, back in the form with its number and its files. */
export const reopenInvoiceAction = defineAction({
  who: 'supplier',
  schema: invoiceForm,
  run: (ctx, { invoiceId }) => takeBack(ctx, invoiceId),
  then: ({ invoiceId }) => {
    revalidatePath('/', 'layout')
    redirect(`/invoices/${invoiceId}`)
  },
})

/** *Fråga igen*: the worker takes the delivery up at once. */
export const tryAgainAction = defineAction({
  who: 'supplier',
  schema: invoiceForm,
  run: (ctx, { invoiceId }) => tryAgain(ctx, invoiceId),
  then: () => revalidatePath('/', 'layout'),
})
