import type { IsoDate } from '#lib/core/dates.ts'
import type { DocumentLanguage } from './document-words.ts'
import type { InvoiceDraft } from './draft.ts'
import { vatRateOf } from './read-vat.ts'
import { periodStep, type RollingSource } from './roll-forward.ts'
import { rollText, textShiftOf } from './roll-text.ts'

/** Texts of a line that may name a period. */
const lineParts = ['itemName', 'itemDescription', 'lineNote'] as const

/** A place with text in a draft: the message, or a part of a line. */
export type TextPlace =
  | { readonly lineKey: null; readonly part: 'note' }
  | { readonly lineKey: string; readonly part: (typeof lineParts)[number] }

/** A text of the earlier invoice that names a period, and how it would read now, wherever it stands. */
export type TextChange = {
  readonly before: string
  readonly after: string
  readonly places: readonly TextPlace[]
}

/** What a person is told of a copy (K19), as long as the earlier invoice is known. */
export type CopyReview = {
  /** The earlier invoice. */
  readonly number: string
  readonly issueDate: IsoDate
  /** Its period was moved on, could not be, or there was none. */
  readonly period: 'moved' | 'emptied' | 'none'
  readonly textChanges: readonly TextChange[]
  /** The VAT of food in per cent on the earlier invoice, by the key of the line. */
  readonly foodRates: Readonly<Record<string, string>>
}

type ReviewSource = RollingSource & { readonly number: string; readonly language: DocumentLanguage }

/** Tells what was brought from the earlier invoice `source.draft` to the copy, and what might be changed in it. */
export function reviewCopy(source: ReviewSource, copy: InvoiceDraft): CopyReview {
  const { draft: earlier, issueDate, number } = source
  const hadPeriod = earlier.periodStart !== '' || earlier.periodEnd !== ''
  return {
    number,
    issueDate,
    period: hadPeriod ? (copy.periodStart === '' ? 'emptied' : 'moved') : 'none',
    textChanges: textChangesOf(source),
    foodRates: foodRatesOf(source),
  }
}

function textChangesOf({ draft, issueDate, today, language }: ReviewSource): readonly TextChange[] {
  const shift = textShiftOf(periodStep({ draft, issueDate }), issueDate, today)
  const found = new Map<string, { after: string; places: TextPlace[] }>()
  const look = (before: string, place: TextPlace) => {
    const known = found.get(before)
    if (known) return known.places.push(place)
    const after = rollText(before, shift, { language, issueDate })
    return after === before ? 0 : found.set(before, { after, places: [place] }).size
  }
  for (const line of draft.lines) {
    for (const part of lineParts) look(line[part], { lineKey: line.key, part })
  }
  look(draft.note, { lineKey: null, part: 'note' })
  return [...found].map(([before, { after, places }]) => ({ before, after, places }))
}

function foodRatesOf({ draft, issueDate }: ReviewSource): Readonly<Record<string, string>> {
  const food = draft.lines.filter((line) => line.vatChoice === 'food')
  return Object.fromEntries(
    food.flatMap((line) => {
      const rate = vatRateOf(draft, line, issueDate)
      return rate === null ? [] : [[line.key, rate]]
    }),
  )
}

/** References that may have been for the earlier invoice's order alone. */
export type ReferenceToConfirm = 'buyerReference' | 'purchaseOrderReference' | 'salesOrderReference'

/**
 * The references of a copy that somebody should look at: an order number that the invoice before the copied one did
 * not bear as well, and *Er referens* when it bore another. `before`: that invoice, to the same customer; null = none.
 */
export function referencesToConfirm(
  earlier: InvoiceDraft,
  before: InvoiceDraft | null,
): readonly ReferenceToConfirm[] {
  const isNew = (field: ReferenceToConfirm) => earlier[field].trim() !== (before?.[field].trim() ?? '')
  const orders = (['purchaseOrderReference', 'salesOrderReference'] as const).filter(
    (field) => earlier[field].trim() !== '' && isNew(field),
  )
  const isOther = (before?.buyerReference ?? '').trim() !== '' && isNew('buyerReference')
  return earlier.buyerReference.trim() !== '' && isOther ? ['buyerReference', ...orders] : orders
}
