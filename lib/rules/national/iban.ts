/**
 * Tells whether a text is an IBAN as the German rules read one: white space is left out, the country has no list and
 * no length of its own, and small letters count as the 32 higher numbers that their codes are.
 */
export function isIban(text: string): boolean {
  const iban = text.replace(/[\t\n\r ]/g, '')
  if (!/^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}$/.test(iban)) return false
  let remainder = 0
  for (const character of `${iban.slice(4)}${iban.slice(0, 4)}`) {
    const code = character.charCodeAt(0)
    remainder = code > 64 ? (remainder * 100 + code - 55) % 97 : (remainder * 10 + code - 48) % 97
  }
  return remainder === 1
}
