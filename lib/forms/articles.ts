import { z } from 'zod'

/** What is asked for while *Benämning* is typed: the text, and whom the invoice is for, empty = nobody yet. */
export const articleSearch = z.strictObject({
  q: z.string().max(200),
  customer: z.string().max(40).default(''),
})

/** *Glöm* and *Ångra*. */
export const articleForm = z.strictObject({ articleId: z.uuid('unreadable') })
