import { attachmentTypes } from '#lib/codelists/attachment-types.ts'
import { isVatChoice, resolveVat } from '#lib/codelists/vat-choices.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { compare, type Decimal, decimal } from '#lib/core/decimal.ts'
import { keptFor } from '#lib/core/kept.ts'
import { fitsMask, type Mask, readMask } from '#lib/core/mask.ts'
import { filledLines, type InvoiceDraft } from './draft.ts'
import type { AttachmentDemand, FieldCode, FieldDemand, RequirementProfile } from './requirement-profile.ts'

/** A file with the invoice, as far as demands ask. The server names files by what they are: the ending is the type. */
export type DemandFile = { readonly fileName: string; readonly size: number; readonly description: string }

/** A file that is wanted, and the one that stands for it; null while none does. */
export type WantedFile = { readonly demand: AttachmentDemand; readonly file: DemandFile | null }

/**
 * The fields a recipient wants filled in on this very draft. The same list for as long as neither the profile, the kind
 * of document nor the VAT of its lines says otherwise.
 */
export function demandsOf(
  profile: RequirementProfile,
  draft: InvoiceDraft,
  today: IsoDate,
): readonly FieldDemand[] {
  const asksVat = profile.fields.some((demand) => demand.when?.vatCategory !== undefined)
  const categories = asksVat ? categoriesOf(draft, today) : []
  return asked(profile, `${draft.kind} ${categories.join()}`, () =>
    profile.fields.filter(({ when }) => {
      if (when?.kind !== undefined && when.kind !== draft.kind) return false
      return when?.vatCategory?.some((each) => categories.includes(each)) ?? true
    }),
  )
}

const asked = keptFor<RequirementProfile, readonly FieldDemand[]>()

function categoriesOf(draft: InvoiceDraft, today: IsoDate): readonly string[] {
  const choices = new Set(filledLines(draft).map((line) => line.vatChoice))
  const categories = [...choices].filter(isVatChoice).map((choice) => resolveVat(choice, today).category)
  return [...new Set(categories)].toSorted()
}

/** The choices a recipient leaves: lists of fields of which one is needed. One with a field that is demanded anyway says no more. */
export function choicesOf(
  profile: RequirementProfile,
  demands: readonly FieldDemand[],
): RequirementProfile['anyOf'] {
  const required = new Set<string>(demands.flatMap(({ code, level }) => (level === 'required' ? [code] : [])))
  return profile.anyOf.filter(({ codes }) => !codes.some((code) => required.has(code)))
}

/** Every field the recipient asks for in some way, in its own order; the same list for the same demands. */
export function askedFields(
  profile: RequirementProfile,
  demands: readonly FieldDemand[],
): readonly FieldCode[] {
  return named(demands, '', () => [
    ...new Set([
      ...demands.map(({ code }) => code),
      ...choicesOf(profile, demands).flatMap(({ codes }) => codes),
    ]),
  ])
}

const named = keptFor<readonly FieldDemand[], readonly FieldCode[]>()

/** Tells whether a value is what a demand asks for: the fixed one, or one that fits a mask in the right letters. */
export function meetsDemand(demand: FieldDemand, value: string): boolean {
  if (demand.fixed !== undefined) return value === demand.fixed
  if (demand.case === 'upper' && value !== value.toUpperCase()) return false
  const masks = masksOf(demand)
  return masks.length === 0 || masks.some((mask) => fitsMask(mask, value))
}

/** A demand's masks, read once for as long as the demand lives. */
export function masksOf(demand: FieldDemand): readonly Mask[] {
  return read(demand, '', () => (demand.masks ?? []).map(readMask).filter((mask) => mask !== null))
}

const read = keptFor<FieldDemand, readonly Mask[]>()

/**
 * The files a recipient wants with this very draft, each with the one that stands for it. A file stands for one demand
 * only; one that bears the demand's name goes first, else any of the right type does.
 */
export function wantedFiles(
  profile: RequirementProfile,
  draft: InvoiceDraft,
  totalWithVat: Decimal,
  files: readonly DemandFile[],
): readonly WantedFile[] {
  const demands = profile.attachments.filter((demand) => isWanted(demand, draft, totalWithVat))
  const taken = new Map<DemandFile, AttachmentDemand>()
  for (const demand of demands) assign(demand, files, taken, new Set())
  return demands.map((demand) => ({
    demand,
    file: files.find((file) => taken.get(file) === demand) ?? null,
  }))
}

function isWanted({ when }: AttachmentDemand, draft: InvoiceDraft, totalWithVat: Decimal): boolean {
  if (when === 'always') return true
  if ('amountFrom' in when) return compare(totalWithVat, decimal(when.amountFrom)) >= 0
  return filledLines(draft).some((line) => when.unitIn.includes(line.unit))
}

/** Gives a demand a file; one that is taken is freed if what it stands for can have another. */
function assign(
  demand: AttachmentDemand,
  files: readonly DemandFile[],
  taken: Map<DemandFile, AttachmentDemand>,
  tried: Set<DemandFile>,
): boolean {
  for (const file of suitable(demand, files)) {
    if (tried.has(file)) continue
    tried.add(file)
    const holder = taken.get(file)
    if (holder === undefined || assign(holder, files, taken, tried)) {
      taken.set(file, demand)
      return true
    }
  }
  return false
}

function suitable({ name, types }: AttachmentDemand, files: readonly DemandFile[]): readonly DemandFile[] {
  const names = [name.sv, name.en ?? name.sv].map((each) => each.toLowerCase())
  const isNamed = ({ fileName, description }: DemandFile) =>
    names.some((each) => `${fileName} ${description}`.toLowerCase().includes(each))
  const allowed = files.filter(({ fileName }) => {
    const ending = fileName.toLowerCase().split('.').at(-1) ?? ''
    const type = attachmentTypes.find((each) => each.endings.includes(ending))
    return types === undefined || (type !== undefined && types.includes(type.mimeCode))
  })
  return [...allowed.filter(isNamed), ...allowed.filter((file) => !isNamed(file))]
}
