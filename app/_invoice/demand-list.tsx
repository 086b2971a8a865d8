import { useLocale, useTranslations } from 'next-intl'
import { asLabel } from '#lib/i18n/demand-params.ts'
import { formatAmount } from '#lib/i18n/format.ts'
import { describeMasks, forExample, orList } from '#lib/i18n/mask-words.ts'
import { beginLarge, textIn } from '#lib/i18n/own-words.ts'
import { choicesOf } from '#lib/invoice/demands.ts'
import type {
  AttachmentDemand,
  DemandLimits,
  FieldDemand,
  RequirementProfile,
} from '#lib/invoice/requirement-profile.ts'
import { fileLimits, mimeEndings } from './file-limits.ts'

/** What a recipient demands of invoices to it (K11), one line each. Needs the words of `demands` and `units`. */
export function DemandList({ profile, recipient }: { profile: RequirementProfile; recipient: string }) {
  const say = useDemandLines()
  return (
    <ul className="grid list-disc gap-0.5 ps-5 text-label">
      {[
        ...profile.fields.map(say.field),
        ...choicesOf(profile, profile.fields).map(say.anyOf),
        ...profile.attachments.map(say.file),
        ...say.limits(profile.limits, recipient),
      ].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function useDemandLines() {
  const words = useTranslations('demands')
  const units = useTranslations('units')
  const locale = useLocale()
  const nameOf = (code: string) => words(`names.${code}` as 'names.note')
  const field = ({ code, level, masks, example = '', fixed, label, help, when }: FieldDemand): string => {
    const name = asLabel(label === undefined ? nameOf(code) : textIn(label, locale))
    const shape = masks === undefined ? (help && textIn(help, locale)) || '' : describeMasks(masks, locale)
    const looks = fixed ?? `${shape}${forExample(example, locale)}`.replace(/^, /, '')
    const hedges = [
      ...(level === 'recommended' ? [words('recommended')] : []),
      ...(code.startsWith('lines.') ? [words('onEveryLine')] : []),
      ...(when?.vatCategory === undefined
        ? []
        : [words(isReverse(when.vatCategory) ? 'whenReverse' : 'whenVat')]),
      ...(when?.kind === undefined ? [] : [words(when.kind === 'invoice' ? 'onInvoices' : 'onCreditNotes')]),
    ]
    const named = hedges.length === 0 ? name : `${name} (${hedges.join(', ')})`
    return looks === '' ? named : `${named}: ${looks}`
  }
  const anyOf = ({ codes, text }: RequirementProfile['anyOf'][number]): string =>
    text === undefined
      ? words('anyOf', { names: beginLarge(orList(codes.map(nameOf), locale)) })
      : textIn(text, locale)
  const file = ({ name, types, when }: AttachmentDemand): string => {
    const named = words('file', { name: textIn(name, locale) })
    const endings = types === undefined ? '' : ` (${mimeEndings(types)})`
    if (when === 'always') return named + endings
    const unitName = (code: string) => units(code as Parameters<typeof units>[0])
    return `${named}${endings}, ${
      'unitIn' in when
        ? words('fileUnits', { units: orList(when.unitIn.map(unitName), locale) })
        : words('fileAmount', { amount: formatAmount(when.amountFrom, 'SEK') })
    }`
  }
  const limits = (given: DemandLimits, recipient: string): readonly string[] => {
    const { maxLines, maxNoteLength, currencies, kinds, minPaymentDays } = given
    const filesLine = fileLimits(given, recipient)
    return [
      ...(filesLine === null ? [] : [words('limitFiles', filesLine)]),
      ...(currencies === undefined ? [] : [words('limitCurrencies', { currencies: currencies.join(', ') })]),
      ...(kinds === undefined || kinds.length > 1
        ? []
        : [words(kinds[0] === 'invoice' ? 'onlyInvoices' : 'onlyCreditNotes')]),
      ...(minPaymentDays === undefined ? [] : [words('limitDays', { days: String(minPaymentDays) })]),
      ...(maxLines === undefined ? [] : [words('limitLines', { count: String(maxLines) })]),
      ...(maxNoteLength === undefined ? [] : [words('limitNote', { count: String(maxNoteLength) })]),
    ]
  }
  return { field, anyOf, file, limits }
}

function isReverse(categories: readonly string[]): boolean {
  return categories.every((category) => category === 'AE')
}
