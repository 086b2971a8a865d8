import { z } from 'zod'
import type { Result } from '#lib/core/result.ts'
import { cleanLine, cleanText } from '#lib/core/text.ts'

// Every message in these schemas is a fault code; its words are in the messages under `faults`.

/** One line of text, cleaned; `missing` is the fault when it is empty. */
export function requiredLine(missing: string, max: number) {
  return z
    .string(missing)
    .max(2 * max, 'too-long')
    .transform(cleanLine)
    .pipe(z.string().min(1, missing).max(max, 'too-long'))
}

/** One line of text, cleaned; may be empty. */
export function line(max: number) {
  return z
    .string()
    .max(2 * max, 'too-long')
    .transform(cleanLine)
    .pipe(z.string().max(max, 'too-long'))
}

/** One line of text, cleaned; may be empty or left out. */
export function optionalLine(max: number) {
  return line(max).prefault('')
}

/** Text of several lines, cleaned; may be empty or left out. */
export function optionalText(max: number) {
  return z
    .string()
    .max(2 * max, 'too-long')
    .default('')
    .transform(cleanText)
    .pipe(z.string().max(max, 'too-long'))
}

/** An e-mail address, NFKC-normalised and lower case: one address is one account however it is typed. */
export const emailAddress = z
  .string('email-missing')
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.string().min(1, 'email-missing').max(254, 'too-long').pipe(z.email('email-unreadable')))

/** A tick box: ticked or not there. */
export const tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** A number with a check digit, stored in its canonical form; faults are `NAME-CODE`. */
export function identifier(name: string, parse: (text: string) => Result<string>) {
  return z
    .string(`${name}-missing`)
    .trim()
    .min(1, `${name}-missing`)
    .max(60, `${name}-length`)
    .transform((text, check) => {
      const parsed = parse(text)
      if (parsed.ok) return parsed.value
      check.addIssue({ code: 'custom', message: `${name}-${parsed.code}` })
      return z.NEVER
    })
}
