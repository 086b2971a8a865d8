import { type Decimal, isEqual, isZero, negate } from '#lib/core/decimal.ts'
import type { Invoice, InvoiceVatGroup } from '#lib/invoice/model.ts'
import { spaced } from './clean-text.ts'
import { fullWidth, lineHeight, right, type Sheet, type Style, styles, type Tag } from './sheet.ts'
import { amountText, type PaperWords, percentText } from './words.ts'

const width = fullWidth * 0.56
const x = right - width

type Sum = {
  readonly name: string
  readonly hint?: string
  readonly amount: Decimal
  readonly currency?: string
}

/** From the lines to what is due (BG-20 … BG-23): each step is shown when it is one. They stay on one page. */
export function drawSums(sheet: Sheet, invoice: Invoice, words: PaperWords): void {
  const { paper } = words
  const { totals, currency, vatAccounting } = invoice
  const steps = stepsOf(invoice, words)
  sheet.need(Math.min(560, 60 + steps.length * lineHeight(styles.label) * 1.6))
  const table = sheet.tag(sheet.root, 'Table')
  sheet.rule(sheet.y)
  sheet.y += 10
  for (const step of steps) drawStep(sheet, table, step)
  sheet.y += 4
  sheet.rule(sheet.y, x)
  sheet.y += 7
  const due = amountText(totals.amountDue, currency)
  drawSum(sheet, table, {
    name: paper(`due.${invoice.kind}`),
    text: due,
    look: styles.strong,
    big: styles.amount,
  })
  if (vatAccounting !== null) {
    const amount = vatAccounting.totalVatAccounting
    drawStep(sheet, table, {
      name: paper('vatIn', { currency: vatAccounting.currency }),
      amount,
      currency: vatAccounting.currency,
    })
  }
}

function stepsOf(invoice: Invoice, words: PaperWords): readonly Sum[] {
  const { paper } = words
  const { totals, vatBreakdown } = invoice
  const isWhole = isEqual(totals.totalWithVat, totals.amountDue)
  return [
    ...adjustmentsOf(invoice, words),
    { name: paper('net'), amount: totals.totalWithoutVat },
    ...vatBreakdown.map((group) => vatOf(group, words)),
    ...(vatBreakdown.length > 1 ? [{ name: paper('totalVat'), amount: totals.totalVat }] : []),
    ...(isWhole ? [] : [{ name: paper('withVat'), amount: totals.totalWithVat }]),
    ...(isZero(totals.paidAmount) ? [] : [{ name: paper('paid'), amount: negate(totals.paidAmount) }]),
    ...(isZero(totals.rounding) ? [] : [{ name: paper('rounding'), amount: totals.rounding }]),
  ]
}

/** Discounts and charges on the document, after the sum they change; the VAT of each when there are several. */
function adjustmentsOf({ adjustments, totals, vatBreakdown }: Invoice, words: PaperWords): readonly Sum[] {
  const { paper } = words
  if (adjustments.length === 0) return []
  return [
    { name: paper('sumOfLines'), amount: totals.sumOfLines },
    ...adjustments.map((each) => {
      const { text, amount } = words.adjustment(each)
      const vat =
        each.vatCategory === 'O'
          ? paper('noVat')
          : paper('adjustmentVat', { rate: percentText(each.vatRate) })
      return { name: text, hint: vatBreakdown.length > 1 ? vat : '', amount }
    }),
  ]
}

/** A VAT group with the reason why it is not taxed (BT-120, BT-121). */
function vatOf(group: InvoiceVatGroup, { paper }: PaperWords): Sum {
  const base = amountText(group.taxableAmount)
  const name =
    group.category === 'O'
      ? paper('noVatOf', { base })
      : paper('vatOf', { rate: percentText(group.rate), base })
  const { reason, reasonCode } = group
  const hint = reason !== '' && reasonCode !== '' ? `${reason} (${reasonCode})` : reason || reasonCode
  return { name, hint, amount: group.taxAmount }
}

function drawStep(sheet: Sheet, table: Tag, { name, hint = '', amount, currency }: Sum): void {
  const text = amountText(amount, currency)
  drawSum(sheet, table, { name, hint, text, look: { ...styles.label, figures: true }, big: styles.figures })
}

type Drawn = { name: string; hint?: string; text: string; look: Style; big: Style }

function drawSum(sheet: Sheet, table: Tag, { name, hint = '', text, look, big }: Drawn): void {
  const nameWidth = width - Math.min(width / 2, sheet.widthOf(text, big)) - 16
  const names = sheet.wrap(name, look, nameWidth)
  const hints = hint === '' ? [] : sheet.wrap(hint, styles.small, nameWidth)
  const amounts = sheet.wrap(text, big, width / 2)
  const height = Math.max(
    names.length * lineHeight(look) + hints.length * lineHeight(styles.small),
    amounts.length * lineHeight(big),
  )
  sheet.need(height)
  const row = sheet.tag(table, 'TR')
  // Text of two sizes stands on one line: the baselines meet.
  const lower = Math.max(0, (lineHeight(big) - lineHeight(look)) * 0.76)
  sheet.draw(sheet.tag(row, 'TH', 'Row'), 'TH', () => {
    let y = sheet.y + lower
    for (const line of hints.length > 0 ? spaced(names) : names) {
      sheet.line({ text: line, x, y, style: look })
      y += lineHeight(look)
    }
    for (const line of hints) {
      sheet.line({ text: line, x, y, style: styles.small })
      y += lineHeight(styles.small)
    }
  })
  sheet.draw(sheet.tag(row, 'TD'), 'TD', () => {
    amounts.forEach((line, at) => {
      sheet.lineEnding({ text: line, x: right, y: sheet.y + at * lineHeight(big), style: big })
    })
  })
  sheet.y += height + 1.5
}
