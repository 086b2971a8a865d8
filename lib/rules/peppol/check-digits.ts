/**
 * Check digits and forms of the numbers that parties are known by. All take a text as it stands and answer as the
 * published rules do, also where the text is none of theirs. Plain integers: these are digits and no amounts.
 */
import { hasLuhnDigit } from '#lib/party/luhn.ts'
import { lengthOf, NotEvaluable } from '../xpath.ts'

/** Tells whether the last of some digits is their GS1 check digit, however many they are: GLN, scheme 0088. */
export function hasGs1Digit(text: string): boolean {
  return (
    /^[0-9]+$/.test(text) &&
    (10 - (weighedBeforeLast(text, (fromRight) => (fromRight % 2 === 0 ? 3 : 1)) % 10)) % 10 ===
      Number(text.slice(-1))
  )
}

/** Tells whether the last of some digits is their check digit modulo 11; noughts alone are none: scheme 0192. */
export function hasModulo11Digit(text: string): boolean {
  return (
    /^(?!0+$)[0-9]+$/.test(text) &&
    (11 - (weighedBeforeLast(text, (fromRight) => (fromRight % 6) + 2) % 11)) % 11 === Number(text.slice(-1))
  )
}

/** Tells whether ten digits end with the two that their first eight ask for modulo 97: Belgium, scheme 0208. */
export function hasModulo97Digits(text: string): boolean {
  return /^[0-9]{10}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8))
}

/**
 * Tells whether the tenth digit is right by Luhn: Swedish organisation numbers, scheme 0007. What follows the tenth
 * does not count; fewer than ten are wrong. Digits of another script among the first nine: `NotEvaluable`.
 */
export function hasOrganisationNumberDigit(text: string): boolean {
  if (!/^\p{Nd}+$/u.test(text)) return false
  const ten = [...text.slice(0, 20)].slice(0, 10)
  if (!/^[0-9]*$/.test(ten.slice(0, 9).join(''))) throw new NotEvaluable('digits of another script')
  return ten.length === 10 && hasLuhnDigit(ten.join(''))
}

const businessNumberWeights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]

/** Tells whether eleven digits are an Australian business number by its sum modulo 89: scheme 0151. */
export function isAustralianBusinessNumber(text: string): boolean {
  if (!/^[0-9]{11}$/.test(text)) return false
  const digits = Array.from(text, Number)
  const weighed = businessNumberWeights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0)
  return (weighed - 10) % 89 === 0
}

/** Tells whether a text has the form of an Italian office's code (codice univoco ufficio): scheme 0201. */
export function isItalianOfficeCode(text: string): boolean {
  return /^[A-Za-z0-9]{6}$/.test(text)
}

/**
 * Tells whether a text has the form of an Italian tax code (codice fiscale): sixteen characters for a person, a whole
 * number of eleven for a company. Schemes 0210 and 9907.
 */
export function isItalianTaxCode(text: string): boolean {
  return lengthOf(text) === 16 ? isPersonalTaxCode(text) : text.length === 11 && isInteger(text)
}

/** Six letters, a number, a letter, a number, three characters of any kind, a digit, a letter. */
function isPersonalTaxCode(text: string): boolean {
  const parts = /^[A-Za-z]{6}(.{2})[A-Za-z](.{2}).{3}[0-9][A-Za-z]$/su.exec(text)
  return parts !== null && isInteger(parts[1] ?? '') && isInteger(parts[2] ?? '')
}

/**
 * Tells whether a VAT number that begins with IT goes on with eleven digits whose check digit is right: scheme 0211.
 * True for any other text. Eleven characters that are a number with a sign: `NotEvaluable`.
 */
export function isItalianVatNumberIfItalian(text: string): boolean {
  if (!text.startsWith('IT') && !text.startsWith('it')) return true
  const number = text.slice(2)
  if (number.length !== 11 || !isInteger(number)) return false
  if (!/^[0-9]{11}$/.test(number)) throw new NotEvaluable('a sign where a digit is taken')
  return hasLuhnDigit(number)
}

/** The sum of all digits but the last, each by its weight; places are counted from the right, from 0. */
function weighedBeforeLast(digits: string, weightOf: (fromRight: number) => number): number {
  let sum = 0
  for (let fromRight = 0; fromRight < digits.length - 1; fromRight += 1) {
    sum += weightOf(fromRight) * Number(digits[digits.length - 2 - fromRight])
  }
  return sum
}

/** XPath `castable as xs:integer`: a sign and white space around are allowed. */
function isInteger(text: string): boolean {
  return /^[\t\n\r ]*[+-]?[0-9]+[\t\n\r ]*$/.test(text)
}
