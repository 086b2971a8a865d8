/**
 * Tells whether a text starts with a Greek tax number: nine digits, the last of which checks the eight before it. What
 * comes after the ninth is not looked at.
 */
export function isTin(text: string): boolean {
  if (!/^[0-9]{9}/.test(text)) return false
  const sum = [256, 128, 64, 32, 16, 8, 4, 2].reduce(
    (total, weight, at) => total + weight * Number(text[at]),
    0,
  )
  return (sum % 11) % 10 === Number(text[8])
}
