import type { UblElement } from '#lib/ubl/tree.ts'
import { type Context, fatal } from '../../rule.ts'
import { dateFrom, exists, one, textOf } from '../../xpath.ts'
import { inLine } from './places.ts'

/** The period of a line (BG-26), and any other (BG-14): the first of the two that fits an element judges it. */
export const periodContexts: readonly Context[] = [
  {
    names: ['cac:InvoicePeriod'],
    when: inLine,
    rules: [
      fatal('BR-30', ['BT-134', 'BT-135', 'BG-26'], isInOrder),
      fatal('BR-CO-20', ['BG-26', 'BT-134', 'BT-135'], isBounded),
    ],
  },
  {
    names: ['cac:InvoicePeriod'],
    rules: [
      fatal('BR-29', ['BT-73', 'BT-74', 'BG-14'], isInOrder),
      fatal(
        'BR-CO-19',
        ['BG-14', 'BT-73', 'BT-74'],
        (period) => isBounded(period) || exists(period, 'cbc:DescriptionCode'),
      ),
    ],
  },
]

/** A period with both days ends on the first of them at the earliest. */
function isInOrder(period: UblElement): boolean {
  const start = one(period, 'cbc:StartDate')
  const end = one(period, 'cbc:EndDate')
  return start === null || end === null || dateFrom(textOf(end)) >= dateFrom(textOf(start))
}

function isBounded(period: UblElement): boolean {
  return exists(period, 'cbc:StartDate') || exists(period, 'cbc:EndDate')
}
