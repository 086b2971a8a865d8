/**
 * Tells whether the last digit of a digit string is its Luhn check digit: organisation numbers, bankgiro, plusgiro
 * and OCR use it. False for anything but digits.
 */
export function hasLuhnDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && luhnSum(digits) % 10 === 0
}

/** The Luhn digit to put after a digit string. */
export function luhnDigit(digits: string): string {
  return String((10 - (luhnSum(`${digits}0`) % 10)) % 10)
}

/** From the right, every second digit doubled, the check digit itself not; 9 taken off what exceeds 9. */
function luhnSum(digits: string): number {
  return Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + weighted(Number(digit), index), 0)
}

function weighted(digit: number, index: number): number {
  if (index % 2 === 0) return digit
  return digit > 4 ? digit * 2 - 9 : digit * 2
}
