import type { UblElement } from '#lib/ubl/tree.ts'
import { type Context, fatal, type Rule } from '../../rule.ts'
import { exists, find } from '../../xpath.ts'
import { twoDecimals } from './amounts.ts'
import { atTop, has, inLine, isAllowance, isCharge, isVat } from './places.ts'

/** The allowances (BG-20) and the charges (BG-21) of the document. */
export const documentAdjustmentContexts: readonly Context[] = [
  adjustments(
    (element) => atTop(element) && isAllowance(element),
    fatal('BR-31', ['BG-20', 'BT-92'], has('cbc:Amount')),
    fatal('BR-32', ['BG-20', 'BT-95'], hasVatCategory),
    fatal('BR-33', ['BG-20', 'BT-97', 'BT-98'], hasReason),
    fatal('BR-CO-21', ['BG-20', 'BT-97', 'BT-98'], hasReason),
    twoDecimals('BR-DEC-01', 'BT-92', 'cbc:Amount'),
    twoDecimals('BR-DEC-02', 'BT-93', 'cbc:BaseAmount'),
  ),
  adjustments(
    (element) => atTop(element) && isCharge(element),
    fatal('BR-36', ['BG-21', 'BT-99'], has('cbc:Amount')),
    fatal('BR-37', ['BG-21', 'BT-102'], hasVatCategory),
    fatal('BR-38', ['BG-21', 'BT-104', 'BT-105'], hasReason),
    fatal('BR-CO-22', ['BG-21', 'BT-104', 'BT-105'], hasReason),
    twoDecimals('BR-DEC-05', 'BT-99', 'cbc:Amount'),
    twoDecimals('BR-DEC-06', 'BT-100', 'cbc:BaseAmount'),
  ),
]

/** The allowances (BG-27) and the charges (BG-28) of a line. */
export const lineAdjustmentContexts: readonly Context[] = [
  adjustments(
    (element) => inLine(element) && isAllowance(element),
    fatal('BR-41', ['BG-27', 'BT-136'], has('cbc:Amount')),
    fatal('BR-42', ['BG-27', 'BT-139', 'BT-140'], hasReason),
    fatal('BR-CO-23', ['BG-27', 'BT-139', 'BT-140'], hasReason),
    twoDecimals('BR-DEC-24', 'BT-136', 'cbc:Amount'),
    twoDecimals('BR-DEC-25', 'BT-137', 'cbc:BaseAmount'),
  ),
  adjustments(
    (element) => inLine(element) && isCharge(element),
    fatal('BR-43', ['BG-28', 'BT-141'], has('cbc:Amount')),
    fatal('BR-44', ['BG-28', 'BT-144', 'BT-145'], hasReason),
    fatal('BR-CO-24', ['BG-28', 'BT-144', 'BT-145'], hasReason),
    twoDecimals('BR-DEC-27', 'BT-141', 'cbc:Amount'),
    twoDecimals('BR-DEC-28', 'BT-142', 'cbc:BaseAmount'),
  ),
]

function adjustments(when: (element: UblElement) => boolean, ...rules: readonly Rule[]): Context {
  return { names: ['cac:AllowanceCharge'], when, rules }
}

/** A reason as text or as code. Two rules ask for it in the same words, and both fire. */
function hasReason(adjustment: UblElement): boolean {
  return (
    exists(adjustment, 'cbc:AllowanceChargeReason') || exists(adjustment, 'cbc:AllowanceChargeReasonCode')
  )
}

function hasVatCategory(adjustment: UblElement): boolean {
  return find(adjustment, 'cac:TaxCategory').some((category) => isVat(category) && exists(category, 'cbc:ID'))
}
