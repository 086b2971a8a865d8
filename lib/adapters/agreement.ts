import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The agreement in force. A new version is a new pair of files and a new value here. */
export const agreementVersion = '2026-11'

/** The agreement as it is shown: Markdown with headings, paragraphs and lists; `hash` is SHA-256 of the file. */
export type Agreement = { version: string; locale: 'sv' | 'en'; text: string; hash: string }

/** Reads the agreement in force in a language, from `lib/i18n/agreement` below the process's working folder. */
export async function readAgreement(locale: 'sv' | 'en'): Promise<Agreement> {
  const file = join(process.cwd(), 'lib', 'i18n', 'agreement', `${agreementVersion}.${locale}.md`)
  const text = await readFile(file, 'utf8')
  return { version: agreementVersion, locale, text, hash: createHash('sha256').update(text).digest('hex') }
}
