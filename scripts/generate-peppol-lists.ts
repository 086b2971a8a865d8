/**
 * `node scripts/generate-peppol-lists.ts` writes lib/rules/peppol/code-lists.ts from codelists.json in CONFORMANCE_DIR:
 * the codes that the rules take, without names. To run when a release changes them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const lists = [
  ['invoiceTypes', 'PEPPOL-EN16931-P0100'],
  ['creditNoteTypes', 'PEPPOL-EN16931-P0101'],
  ['mimeTypes', 'MIMECODE'],
  ['allowanceReasons', 'UNCL5189'],
  ['chargeReasons', 'UNCL7161'],
  ['vatPointDates', 'UNCL2005'],
  ['currencies', 'ISO4217'],
  ['addressSchemes', 'eaid'],
] as const

const dir = process.env.CONFORMANCE_DIR
if (dir === undefined) throw new Error('CONFORMANCE_DIR is not set')
const { peppol } = JSON.parse(readFileSync(join(dir, 'codelists.json'), 'utf8')) as {
  peppol: Record<string, string[]>
}

const entries = lists.map(([name, published]) => {
  const codes = peppol[published]
  if (!codes?.every((code) => /^[\w./-]+$/.test(code))) throw new Error(`no list ${published} of plain codes`)
  return `  ${name}: codes(\`\n${wrapped(codes)}\n  \`),`
})

writeFileSync(
  new URL('../lib/rules/peppol/code-lists.ts', import.meta.url),
  `// Written by scripts/generate-peppol-lists.ts; not by hand.
import type { PeppolCodeLists } from './codes.ts'

/** Every code that the rules of Peppol BIS Billing 3.0.21 take. */
export const peppolCodeLists: PeppolCodeLists = {
${entries.join('\n')}
}

function codes(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\\s+/))
}
`,
)

function wrapped(codes: readonly string[]): string {
  const rows: string[] = []
  for (const code of codes) {
    const row = rows.at(-1)
    if (row === undefined || row.length + code.length > 104) rows.push(`    ${code}`)
    else rows[rows.length - 1] = `${row} ${code}`
  }
  return rows.join('\n')
}
