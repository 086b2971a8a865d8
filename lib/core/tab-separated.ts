/**
 * The cells of text copied from a spreadsheet: rows end in a line break, cells are parted by tabs, and a cell with a
 * break, tab or quotation mark in it stands in quotation marks, its own doubled. A mark that no other closes is text.
 * Cells are trimmed; a row without anything in it is left out.
 */
export function tabSeparated(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let rest = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest)
    const raw = quoted?.[0] ?? /^[^\t\n]*/.exec(rest)?.[0] ?? ''
    const cell = quoted?.[1]?.replaceAll('""', '"') ?? raw
    rows.at(-1)?.push(cell.replace(/\s+/g, ' ').trim())
    if (rest[raw.length] === '\n') rows.push([])
    rest = rest.slice(raw.length + 1)
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}
