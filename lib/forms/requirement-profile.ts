import { z } from 'zod'
import { attachmentTypes } from '#lib/codelists/attachment-types.ts'
import { isCurrencyCode } from '#lib/codelists/currencies.ts'
import { isUnitCode } from '#lib/codelists/units.ts'
import { vatCategories } from '#lib/codelists/vat-choices.ts'
import { readMask } from '#lib/core/mask.ts'
import { meetsDemand } from '#lib/invoice/demands.ts'
import {
  demandableCells,
  demandableFields,
  type FieldCode,
  type FieldDemand,
  type RequirementProfile,
} from '#lib/invoice/requirement-profile.ts'

const words = z.strictObject({ sv: z.string().min(1).max(500), en: z.string().min(1).max(500).optional() })
const kind = z.enum(['invoice', 'credit-note'])
const codes: readonly string[] = [...demandableFields, ...demandableCells.map((cell) => `lines.${cell}`)]
const isFieldCode = (text: unknown): text is FieldCode => codes.some((code) => code === text)
const count = z.number().int().min(0)

const fieldDemand = z
  .strictObject({
    code: z.custom<FieldCode>(isFieldCode, 'unknown-field'),
    level: z.enum(['required', 'recommended']),
    masks: z
      .array(z.string().refine((mask) => readMask(mask) !== null, 'mask-unreadable'))
      .min(1)
      .max(10)
      .optional(),
    case: z.enum(['upper', 'as-typed']).optional(),
    label: words.optional(),
    help: words.optional(),
    example: z.string().min(1).max(50).optional(),
    fixed: z.string().min(1).max(50).optional(),
    when: z
      .strictObject({ kind: kind.optional(), vatCategory: z.array(z.enum(vatCategories)).min(1).optional() })
      .optional(),
  })
  .refine(exampleFits, { message: 'example-unfit', path: ['example'] })

/** An example that the recipient itself would refuse teaches nobody anything. */
function exampleFits(demand: FieldDemand): boolean {
  return demand.example === undefined || meetsDemand(demand, demand.example)
}

const attachmentDemand = z.strictObject({
  name: words,
  types: z
    .array(z.string().refine((type) => attachmentTypes.some(({ mimeCode }) => mimeCode === type)))
    .min(1)
    .optional(),
  when: z.union([
    z.literal('always'),
    z.strictObject({ unitIn: z.array(z.string().refine(isUnitCode)).min(1) }),
    z.strictObject({ amountFrom: z.string().regex(/^\d{1,12}(\.\d{1,2})?$/) }),
  ]),
})

/** What a recipient demands, as it is saved: every mask can be read, and every example fits one. */
export const requirementProfileForm = z.strictObject({
  fields: z.array(fieldDemand).max(50),
  anyOf: z
    .array(
      z.strictObject({ codes: z.array(z.enum(demandableFields)).min(2).max(10), text: words.optional() }),
    )
    .max(10),
  attachments: z.array(attachmentDemand).max(10),
  limits: z.strictObject({
    maxFiles: count.optional(),
    maxTotalBytes: count.optional(),
    maxLines: count.min(1).optional(),
    currencies: z.array(z.string().refine(isCurrencyCode)).min(1).optional(),
    kinds: z.array(kind).min(1).optional(),
    minPaymentDays: count.max(365).optional(),
    maxNoteLength: count.optional(),
  }),
  note: words.optional(),
}) satisfies z.ZodType<RequirementProfile>
