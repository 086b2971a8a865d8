'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { prepareForm } from '#lib/forms/invoices.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'

/** *Gå vidare med fakturan* (S33): the draft as last saved gets its number and lies in *Godkänn och skicka*. */
export const prepareInvoiceAction = defineAction({
  who: 'supplier',
  schema: prepareForm,
  run: prepareInvoice,
  then: ({ number }) => redirect(`/send?prepared=${encodeURIComponent(number)}`),
})
