import type { AttachmentType } from '#lib/codelists/attachment-types.ts'
import { cleanLine } from '#lib/core/text.ts'

const mostCharacters = 100

/** What a file name may not hold: separators of paths and drives, and characters that cannot be seen or turn the text around. */
const unwanted = /[\\/:*?"<>|]|\p{Cf}|\p{Zl}|\p{Zp}/gu

/**
 * A name as it goes into the invoice and to whoever saves the file: no path, nothing invisible, at most 100
 * characters, with an ending that fits the content.
 */
export function cleanFileName(name: string, type: AttachmentType): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const whole = cleanLine(last).replace(unwanted, '').trim()
  const dot = whole.lastIndexOf('.')
  const ending = dot < 0 ? '' : whole.slice(dot + 1).toLowerCase()
  const isEnding = /^(?=.*[a-z])[a-z0-9]{1,5}$/.test(ending)
  const base = (isEnding ? whole.slice(0, dot) : whole).replace(/^[.\s]+|[.\s]+$/g, '') || 'bilaga'
  return shorten(base, `.${type.endings.includes(ending) ? ending : (type.endings[0] ?? '')}`)
}

/** The name, or the first of `name (2)`, `name (3)` … that no other file with the invoice has. */
export function uniqueFileName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()))
  const dot = name.lastIndexOf('.')
  const [base, ending] = [name.slice(0, dot), name.slice(dot)]
  let free = name
  for (let at = 2; used.has(free.toLowerCase()); at += 1) free = shorten(base, ` (${at})${ending}`)
  return free
}

/** The name without its ending: what a file is called until somebody describes it (BT-123). */
export function nameWithoutEnding(name: string): string {
  return name.replace(/\.[a-z0-9]+$/i, '')
}

/** No character of two halves is cut in two. */
function shorten(base: string, ending: string): string {
  const kept = base.slice(0, mostCharacters - ending.length).replace(/[\ud800-\udbff]$/, '')
  return kept.trim() + ending
}
