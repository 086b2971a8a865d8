import { cleanLine } from '#lib/core/text.ts'
import { meetsDemand } from './demands.ts'
import type { FieldDemand } from './requirement-profile.ts'

/** A reference as it is left in the field, and the leading label that was taken from it; empty = none was. */
export type CleanedReference = { readonly value: string; readonly label: string }

const leadingLabel =
  /^(?:er ref(?:erens)?|beställarref(?:erens)?|ref(?:erens)?(?:kod)?|inköpsorder|order(?:nr|nummer)?|po|kod)[\s:.#]+/i

/**
 * What a typed reference becomes when the field is left: the first of these that fits a mask: as typed, without a
 * leading label (`Ref:`), in capital letters where the recipient wants them, without spaces, points and hyphens. Where
 * nothing fits, or nothing is asked, the text stays as it is: never made into something nobody wrote.
 */
export function cleanReference(typed: string, demand: FieldDemand): CleanedReference {
  const whole = cleanLine(typed).replace(/\s+/g, ' ')
  const label = leadingLabel.exec(whole)?.[0] ?? ''
  if (demand.masks === undefined) return { value: cleanLine(typed), label: '' }
  const bare = whole.slice(label.length)
  const upper = demand.case === 'upper' ? bare.toUpperCase() : bare
  const joined = upper.replace(/[\s.-]/g, '')
  const fitting = [whole, bare, upper, joined].findIndex((each) => meetsDemand(demand, each))
  if (fitting === -1) return { value: cleanLine(typed), label: '' }
  return {
    value: [whole, bare, upper, joined][fitting] ?? whole,
    label: fitting === 0 ? '' : label.trim(),
  }
}
