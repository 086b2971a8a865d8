import { fail, type Result, succeed } from '#lib/core/result.ts'
import { hasLuhnDigit, luhnDigit } from './luhn.ts'

/**
 * How an account wants its OCR references, as agreed with the bank: none; digits and a check digit; with a length
 * digit before it; or padded to a fixed length of 5–25, with or without the length digit (`fixed:8`,
 * `fixed-length-digit:8`). A text, so that it can stand in a column.
 */
export type OcrMode =
  | 'none'
  | 'check-digit'
  | 'length-digit'
  | `fixed:${number}`
  | `fixed-length-digit:${number}`

/** Why no OCR could be made, or why a typed one is wrong (T-27, T-28). */
export type OcrFault = 'length' | 'characters' | 'check-digit' | 'length-digit'

const maxLength = 25
const fixedMode = /^fixed(?:-length-digit)?:(\d{1,2})$/

/** What a person chooses among for an account's OCR; the fixed ones take a length besides. */
export const ocrChoices = ['none', 'check-digit', 'length-digit', 'fixed', 'fixed-length-digit'] as const

/** One of the choices for an account's OCR. */
export type OcrChoice = (typeof ocrChoices)[number]

/** The mode that a choice and a typed length stand for; null when a fixed one lacks its length of 5–25. */
export function ocrModeOf(choice: OcrChoice, length: string): OcrMode | null {
  const mode = choice.startsWith('fixed') ? `${choice}:${length.trim()}` : choice
  return isOcrMode(mode) ? mode : null
}

/** The choice and the length that a mode stands for. */
export function ocrChoiceOf(mode: OcrMode): { choice: OcrChoice; length: string } {
  const [name = '', length = ''] = mode.split(':')
  return { choice: ocrChoices.find((choice) => choice === name) ?? 'none', length }
}

/** Tells whether a text is one of the OCR modes. */
export function isOcrMode(text: string): text is OcrMode {
  if (text === 'none' || text === 'check-digit' || text === 'length-digit') return true
  const length = fixedLengthOf(text)
  return length !== null && length >= 5 && length <= maxLength
}

/**
 * Makes an OCR reference (BT-83) of the digits of a text: 1042 → 10421, with length digit 104265. Without digits,
 * or beyond 25 or the fixed length: fault `length`. Mode `none` gives the text itself.
 */
export function makeOcr(base: string, mode: OcrMode): Result<string, OcrFault> {
  if (mode === 'none') return succeed(base)
  const fixed = fixedLengthOf(mode)
  const added = hasLengthDigit(mode) ? 2 : 1
  const digits = base.replace(/\D/g, '').padStart(fixed === null ? 0 : fixed - added, '0')
  const length = digits.length + added
  if (!/\d/.test(base) || length > (fixed ?? maxLength)) return fail('length')
  const body = hasLengthDigit(mode) ? `${digits}${length % 10}` : digits
  return succeed(`${body}${luhnDigit(body)}`)
}

/** Checks an OCR reference as typed against a mode and gives its digits. */
export function checkOcr(text: string, mode: OcrMode): Result<string, OcrFault> {
  if (mode === 'none') return succeed(text.trim())
  const digits = text.replace(/\s/g, '')
  if (!/^\d*$/.test(digits)) return fail('characters')
  if (digits.length < (hasLengthDigit(mode) ? 3 : 2) || digits.length > maxLength) return fail('length')
  const fixed = fixedLengthOf(mode)
  if (fixed !== null && digits.length !== fixed) return fail('length')
  if (!hasLuhnDigit(digits)) return fail('check-digit')
  if (hasLengthDigit(mode) && Number(digits.at(-2)) !== digits.length % 10) return fail('length-digit')
  return succeed(digits)
}

function hasLengthDigit(mode: OcrMode): boolean {
  return mode === 'length-digit' || mode.startsWith('fixed-length-digit:')
}

function fixedLengthOf(mode: string): number | null {
  const length = fixedMode.exec(mode)?.[1]
  return length === undefined ? null : Number(length)
}
