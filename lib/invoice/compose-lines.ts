import { isItemClassification } from '#lib/codelists/item-classifications.ts'
import { needsOf } from '#lib/codelists/vat-choices.ts'
import { readAmount } from '#lib/core/amount-input.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { keptFor } from '#lib/core/kept.ts'
import { cleanLine, cleanText } from '#lib/core/text.ts'
import { parseGtin } from '#lib/party/gln.ts'
import { type ComputedAdjustment, isSameVat, type LineTotal, type VatRate } from './calculate.ts'
import type { DocumentWords } from './document-words.ts'
import type { DraftAdjustment, DraftLine, InvoiceDraft } from './draft.ts'
import type {
  InvoiceAdjustment,
  InvoiceDocumentAdjustment,
  InvoiceLine,
  InvoicePeriod,
  InvoiceVatGroup,
  LineOutline,
} from './model.ts'
import type { LineReading } from './read-line.ts'
import { lineVatDate, readVat, type VatContext, type VatReading } from './read-vat.ts'
import { readDate } from './terms.ts'
import type { ReadDraft } from './totals.ts'

/** A line of the form, what it reads as, and what it comes to. */
export type ReadyLine = {
  readonly line: DraftLine
  readonly reading: LineReading
  readonly total: LineTotal
}

/** BG-25, at its place from 0. */
export function lineOf(ready: ReadyLine, index: number, words: DocumentWords, today: IsoDate): InvoiceLine {
  const compose = () => composeLine(ready, index, words, today)
  // Only discounts and charges have words: any other line is the same in every language.
  return ready.reading.adjustments.length > 0
    ? compose()
    : composedLines(ready.reading, `${index} ${today}`, compose)
}

const composedLines = keptFor<LineReading, InvoiceLine>()

function composeLine(
  { line, reading, total }: ReadyLine,
  index: number,
  words: DocumentWords,
  today: IsoDate,
): InvoiceLine {
  const { quantity, netPrice, baseQuantity, vat } = reading.input
  return {
    ...lineTexts(line, index, today),
    quantity,
    lineNetAmount: total.net,
    netPrice,
    vatCategory: vat.category,
    vatRate: vat.rate,
    adjustments: pairs(reading.adjustments, total.adjustments).map(([typed, computed]) =>
      adjustmentOf(typed, computed, words),
    ),
    baseQuantity: baseQuantity ?? null,
    listPrice: reading.listPrice,
  }
}

/** A filled line that stands in no sum yet, as far as it can be read. */
export function unreadyLineOf(
  line: DraftLine,
  index: number,
  context: VatContext & Pick<InvoiceDraft, 'pricesIncludeVat'> & { readonly today: IsoDate },
): LineOutline {
  const quantity = readAmount(line.quantity)
  const price = readAmount(line.unitPrice)
  const vat = readVat(line.vatChoice, lineVatDate(line, context), context.isOutsideVat)
  return {
    ...lineTexts(line, index, context.today),
    quantity: quantity.kind === 'value' ? quantity.value : null,
    // A price with VAT in it is no net price before the VAT is known.
    netPrice: price.kind === 'value' && !context.pricesIncludeVat ? price.value : null,
    lineNetAmount: null,
    vatCategory: vat?.category ?? null,
    vatRate: vat?.rate ?? null,
    adjustments: [],
    baseQuantity: null,
    listPrice: null,
  }
}

/** What of a line is text as typed, cleaned. */
function lineTexts(line: DraftLine, index: number, today: IsoDate) {
  const gtin = parseGtin(line.standardItemId)
  return {
    id: String(index + 1),
    lineNote: cleanText(line.lineNote),
    unit: line.unit,
    itemName: cleanLine(line.itemName),
    itemDescription: cleanLine(line.itemDescription),
    sellerItemId: cleanLine(line.sellerItemId),
    buyerItemId: cleanLine(line.buyerItemId),
    standardItemId: gtin.ok ? gtin.value : '',
    classification: classificationOf(line),
    originCountry: line.originCountry,
    attributes: line.attributes
      .map(({ name, value }) => ({ name: cleanLine(name), value: cleanLine(value) }))
      .filter(({ name, value }) => name !== '' && value !== ''),
    period: periodOf(line.periodStart, line.periodEnd, today),
    orderLineReference: cleanLine(line.orderLineReference),
    accountingReference: cleanLine(line.accountingReference),
    objectReference: cleanLine(line.objectReference),
  }
}

/** BG-20, BG-21: one for each VAT group it stands in. */
export function documentAdjustmentsOf(
  { adjustments, totals }: ReadDraft,
  words: DocumentWords,
): readonly InvoiceDocumentAdjustment[] {
  return totals.adjustments.flatMap((computed) => {
    const typed = adjustments[computed.source]
    if (typed === undefined) return []
    const { category, rate } = computed.vat
    return [{ ...adjustmentOf(typed, computed, words), vatCategory: category, vatRate: rate }]
  })
}

/** Two dates as a period; null where there is none. */
export function periodOf(start: string, end: string, today: IsoDate): InvoicePeriod {
  return { start: readDate(start, today), end: readDate(end, today) }
}

/** Why a VAT group has no VAT: the code and words of one row in it. */
type Reason = { readonly vat: VatRate; readonly code: string; readonly text: string }

/**
 * BG-23 with the reasons for 0 %: one group for each category and rate, the words of its choices joined without
 * repeats (BT-120), the code only when all share it (BT-121). S and Z have neither.
 */
export function vatBreakdownOf(
  { adjustments, context, totals }: ReadDraft,
  lines: readonly ReadyLine[],
  words: DocumentWords,
): readonly InvoiceVatGroup[] {
  const reasons = [
    ...lines.map(({ line, reading }) => reasonOf(reading.vat, line.exemptionReason, words)),
    ...adjustments.map(({ vatChoice }) =>
      reasonOf(readVat(vatChoice, context.date, context.isOutsideVat), '', words),
    ),
  ].flatMap((reason) => reason ?? [])
  return totals.vatBreakdown.map((group) => {
    const own = reasons.filter(({ vat }) => isSameVat(vat, group))
    const texts = new Set(own.map(({ text }) => text).filter((text) => text !== ''))
    const [code = '', ...others] = new Set(own.map((reason) => reason.code))
    const isTold = group.category !== 'S' && group.category !== 'Z'
    return {
      ...group,
      reasonCode: isTold && others.length === 0 ? code : '',
      reason: isTold ? Array.from(texts).join('; ') : '',
    }
  })
}

function reasonOf(vat: VatReading | null, typed: string, words: DocumentWords): Reason | null {
  if (vat === null || vat.choice === null) return null
  const isTyped = needsOf(vat.choice).reason === true
  const text = isTyped ? cleanLine(typed) : (words.exemptionReasons[vat.choice] ?? '')
  return { vat, code: vat.reasonCode, text }
}

function adjustmentOf(
  typed: DraftAdjustment,
  { isCharge, amount, percent, baseAmount }: ComputedAdjustment,
  words: DocumentWords,
): InvoiceAdjustment {
  return {
    isCharge,
    reasonCode: typed.reasonCode,
    reason: cleanLine(typed.reason) || (words.adjustmentReasons[typed.reasonCode] ?? ''),
    percent,
    baseAmount,
    amount,
  }
}

function classificationOf({ classificationList: list, classificationCode }: DraftLine) {
  const code = cleanLine(classificationCode)
  return code !== '' && isItemClassification(list) ? { list, code } : { list: '', code: '' }
}

function pairs<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
): readonly (readonly [One, Other])[] {
  return ones.flatMap((one, index) => {
    const other = others[index]
    return other === undefined ? [] : [[one, other] as const]
  })
}
