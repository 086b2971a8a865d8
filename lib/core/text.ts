/** Everything XML 1.0 or a reader cannot take: control characters (LF apart), unpaired surrogates, noncharacters. */
const unwanted = /(?!\n)\p{Cc}|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu

/** One line of Latin letters, figures and signs: composed and clean as it is. Most texts are. */
const plain = /^[ -~\u00a0-\u02ff]*$/

/** Cleans a text of several lines: NFC, LF as line break, no control characters, trimmed. */
export function cleanText(text: string): string {
  if (text === '' || plain.test(text)) return text.trim()
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(unwanted, '').normalize('NFC').trim()
}

/** Cleans a text of one line: as `cleanText`, and each line break becomes a space. */
export function cleanLine(text: string): string {
  const clean = cleanText(text)
  return clean.includes('\n') ? clean.replace(/ ?\n ?/g, ' ') : clean
}

/** Tells whether nothing is left of a text when it is cleaned. */
export function isBlankText(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) && cleanText(text) === ''
}
