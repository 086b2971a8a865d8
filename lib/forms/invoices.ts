import { z } from 'zod'

/** *Gå vidare med fakturan*: which draft, as last saved. */
export const prepareForm = z.strictObject({
  invoiceId: z.uuid('unreadable'),
  revision: z.coerce
    .number('unreadable')
    .int('unreadable')
    .min(1, 'unreadable')
    .max(2_147_483_647, 'unreadable'),
})

/** *Ändra*: which ready invoice. */
export const takeBackForm = z.strictObject({ invoiceId: z.uuid('unreadable') })

/** *Ångra*: which of those that were just sent. */
export const undoSendForm = z.strictObject({
  invoiceIds: z
    .array(z.uuid('unreadable'), 'selection-missing')
    .min(1, 'selection-missing')
    .max(200, 'unreadable'),
})

/** *Skicka*: the invoices that are ticked, and which revision of each the list shows: `id:revision`. */
export const sendForm = z.strictObject({
  invoiceIds: z
    .array(z.uuid('unreadable'), 'selection-missing')
    .min(1, 'selection-missing')
    .max(200, 'unreadable'),
  seen: z
    .array(z.string().regex(/^[\da-f-]{36}:\d{1,10}$/, 'unreadable'), 'unreadable')
    .max(200, 'unreadable')
    .default([])
    .transform((shown) => new Map(shown.map((each) => [each.slice(0, 36), Number(each.slice(37))]))),
})
