/**
 * Writes lib/rules/en16931/code-lists.ts from the code lists beside the conformance documents:
 * `CONFORMANCE_DIR=… node scripts/generate-code-lists.ts`. The codes alone are taken, no names.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const release = '1.3.16'

/** Each list, and the rules that look in it; where several rules do, their lists must be the same. */
const sources: Readonly<Record<string, readonly [rules: readonly string[], which: number]>> = {
  invoiceTypes: [['BR-CL-01'], 0],
  creditNoteTypes: [['BR-CL-01'], 1],
  currencies: [['BR-CL-03', 'BR-CL-04', 'BR-CL-05'], 0],
  vatPointDates: [['BR-CL-06'], 0],
  objectSchemes: [['BR-CL-07'], 0],
  noteSubjects: [['BR-CL-08'], 0],
  identifierSchemes: [['BR-CL-10', 'BR-CL-11', 'BR-CL-21', 'BR-CL-26'], 0],
  itemClassifications: [['BR-CL-13'], 0],
  countries: [['BR-CL-14', 'BR-CL-15'], 0],
  paymentMeans: [['BR-CL-16'], 0],
  vatCategories: [['BR-CL-17', 'BR-CL-18'], 0],
  allowanceReasons: [['BR-CL-19'], 0],
  chargeReasons: [['BR-CL-20'], 0],
  exemptionReasons: [['BR-CL-22'], 0],
  units: [['BR-CL-23'], 0],
  mediaTypes: [['BR-CL-24'], 0],
  addressSchemes: [['BR-CL-25'], 0],
}

const directory = process.env.CONFORMANCE_DIR
if (directory === undefined) throw new Error('CONFORMANCE_DIR: where is codelists.json?')
const published: Readonly<Record<string, { readonly lists: readonly (readonly string[])[] }>> = JSON.parse(
  readFileSync(join(directory, 'codelists.json'), 'utf8'),
).en

const lists = Object.entries(sources).map(([name, [rules, which]]) => {
  const [codes = '', ...others] = rules.map((rule) => (published[rule]?.lists[which] ?? []).join(' '))
  if (codes === '') throw new Error(`${name}: no codes for ${rules[0]}`)
  if (others.some((other) => other !== codes)) throw new Error(`${name}: ${rules.join(', ')} differ`)
  return `  ${name}: codes(\`\n${wrapped(codes)}\n  \`),`
})

writeFileSync(
  fileURLToPath(new URL('../lib/rules/en16931/code-lists.ts', import.meta.url)),
  `import type { Codes, EnCodeLists } from './code-rules.ts'

/** Every code that EN 16931 UBL ${release} accepts. Written by scripts/generate-code-lists.ts, not by hand. */
export const fullCodeLists: EnCodeLists = {
${lists.join('\n')}
}

function codes(list: string): Codes {
  return new Set(list.trim().split(/\\s+/))
}
`,
)

function wrapped(codes: string): string {
  return codes.replaceAll(/(.{1,104})(?: |$)/g, '    $1\n').trimEnd()
}
