/** Stems that people build long passwords of; lower case. */
const stems = [
  'password',
  'lösenord',
  'losenord',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'abcdefghijkl',
  '123456789',
  '1234567890',
  'iloveyou',
  'jagälskardig',
  'sommar',
  'sverige',
  'welcome',
  'välkommen',
  'hejhejhej',
  'admin',
  'letmein',
  'fotboll',
  'talong',
  'faktura',
]

/**
 * Says whether a password of twelve characters or more is one that is guessed first: one character or a short
 * group repeated, a row of the keyboard or of digits, or a common stem with digits and signs around it.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase()
  if (/^(.{1,4})\1+.{0,3}$/u.test(plain)) return true
  const letters = plain.replace(/[\d\W_]+/gu, (run) => (/\p{L}/u.test(run) ? run : ''))
  if (letters === '') return /^(?:0?123456789|9876543210|19\d\d|20\d\d)/.test(plain.replace(/\D/g, ''))
  return stems.some((stem) => letters === stem || letters === stem.repeat(2))
}
