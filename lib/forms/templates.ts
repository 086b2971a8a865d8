import { z } from 'zod'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { maxTemplateName, maxTemplateText } from '#lib/invoice/template-limits.ts'
import { draftSchema } from './draft.ts'
import { optionalLine, requiredLine, tick } from './text.ts'

const templateId = z.uuid('unreadable')
const name = requiredLine('template-name-missing', maxTemplateName)

/** Whole days, 0–365; empty = the company's own terms at use. */
const termsDays = optionalLine(40).refine((text) => /^\d{0,3}$/.test(text) && Number(text) <= 365, {
  error: 'terms-days-unreadable',
})

const draftText = z
  .string('unreadable')
  .max(maxTemplateText, 'too-long')
  .transform((text, check): InvoiceDraft => {
    const parsed = draftSchema.safeParse(readJson(text))
    if (parsed.success) return parsed.data
    check.addIssue({ code: 'custom', message: 'unreadable' })
    return z.NEVER
  })

const shape = { name, termsDays, keepLines: tick, draft: draftText }

/** *Spara som mall* (S24): the form as typed, and which template it takes the place of, if any. */
export const saveTemplateForm = z.strictObject({
  ...shape,
  replaceId: z.union([z.literal(''), templateId]).default(''),
})

/** *Uppdatera mallen* (2.7). */
export const updateTemplateForm = z.strictObject({ ...shape, templateId })

/** *Byt namn*; *Duplicera* with the copy's name. */
export const nameTemplateForm = z.strictObject({ templateId, name })

/** *Ta bort* and *Ångra*. */
export const templateForm = z.strictObject({ templateId })

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
