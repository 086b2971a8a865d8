import type { UblElement } from '#lib/ubl/tree.ts'
import { find, normalizeSpace, textOf } from '../xpath.ts'
import { onlyText } from './readings.ts'

/** `#SKONTO#TAGE=14#PROZENT=2.00#`, with `#BASISBETRAG=…` where the discount is on a part of the amount only. */
const statement = /^#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(?:#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/

/**
 * Tells whether discounts for early payment (BT-20, DE-R-018) are written so that a machine can read them: every line
 * that starts with `#` is such a statement, and a line break comes after the last. Several payment terms with a
 * statement among them: `NotEvaluable`.
 */
export function areDiscountsReadable(root: UblElement): boolean {
  const notes = find(root, 'cac:PaymentTerms')
    .flatMap((terms) => find(terms, 'cbc:Note').slice(0, 1))
    .map(textOf)
    .filter((note) => note !== '')
  return notes
    .flatMap((note) => note.split(/\r?\n/))
    .map(normalizeSpace)
    .filter((line) => line.startsWith('#'))
    .every((line) => statement.test(line) && startsWithBreak.test(onlyText(notes.map(afterLastStatement))))
}

const startsWithBreak = /^[\t\n\r ]*\n/

function afterLastStatement(note: string): string {
  return note.split(/#[^\n\r]+#/).at(-1) ?? ''
}
