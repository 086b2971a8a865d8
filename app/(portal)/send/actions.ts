'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { defineAction } from '#app/_server/define-action.ts'
import { succeed } from '#lib/core/result.ts'
import { invoiceForm } from '#lib/forms/documents.ts'
import { sendForm, takeBackForm } from '#lib/forms/invoices.ts'
import { ruleMessage } from '#lib/i18n/rules/rule-message.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { takeBack } from '#lib/services/invoices/take-back.ts'
import { voidInvoice } from '#lib/services/invoices/void-invoice.ts'

/** *Skicka* (S37): a result for each invoice, broken rules in words. Pressing again sends nothing twice. */
export const sendInvoicesAction = defineAction({
  who: 'supplier',
  schema: sendForm,
  run: async (ctx, { invoiceIds, seen }) => {
    const locale = await getLocale()
    const outcomes = await sendInvoices(ctx, invoiceIds, seen)
    return succeed(
      outcomes.map(({ rules = [], ...outcome }) => ({
        ...outcome,
        broken: rules.map((id) => ruleMessage(locale, { id })),
      })),
    )
  },
  then: () => revalidatePath('/', 'layout'),
})

/** *Ändra*: back to the form, with its number. */
export const takeBackAction = defineAction({
  who: 'supplier',
  schema: takeBackForm,
  run: (ctx, { invoiceId }) => takeBack(ctx, invoiceId),
  then: ({ invoiceId }) => {
    revalidatePath('/', 'layout')
    redirect(`/invoices/${invoiceId}`)
  },
})

/** *Ta bort*: the invoice is voided and keeps its number. */
export const voidReadyAction = defineAction({
  who: 'supplier',
  schema: invoiceForm,
  run: (ctx, { invoiceId }) => voidInvoice(ctx, invoiceId),
  then: ({ number }) => {
    revalidatePath('/', 'layout')
    redirect(`/send?removed=${encodeURIComponent(number)}`)
  },
})
