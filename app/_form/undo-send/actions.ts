'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#app/_server/define-action.ts'
import { succeed } from '#lib/core/result.ts'
import { undoSendForm } from '#lib/forms/invoices.ts'
import { undoSend } from '#lib/services/delivery/undo-send.ts'

/** *Ångra*: what was just sent, one or all of it, back to *Godkänn och skicka*; an answer for each. */
export const undoSendAction = defineAction({
  who: 'supplier',
  schema: undoSendForm,
  run: async (ctx, { invoiceIds }) => succeed(await undoSend(ctx, invoiceIds)),
  then: () => revalidatePath('/', 'layout'),
})
