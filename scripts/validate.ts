/**
 * `npm run -s validate -- [--json] [--rules all|cen|peppol] [--ruleset 3.0.21|3.0.22] [--no-structure] PATH…`: the
 * verdict of each file, folders with all below them. Exit 0 when every file was judged, whatever the verdicts.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { todayInStockholm } from '#lib/core/dates.ts'
import { type RuleScope, ruleScopes, ruleSetNamed, ruleSetOn } from '#lib/rules/rule-sets.ts'
import { makeProgress } from './validate/progress.ts'
import { type FileVerdict, validateFile } from './validate/validate-file.ts'

const usage = 'validate [--json] [--rules all|cen|peppol] [--ruleset 3.0.21|3.0.22] [--no-structure] PATH…'

function fail(text: string): never {
  console.error(text)
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      allowNegative: true,
      options: {
        json: { type: 'boolean', default: false },
        rules: { type: 'string', default: 'all' },
        ruleset: { type: 'string' },
        structure: { type: 'boolean', default: true },
      },
    })
  } catch (problem) {
    fail(`${(problem as Error).message}\n${usage}`)
  }
}

/** The files of a path: itself, or every file below a folder, by name. */
function filesOf(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) fail(`There is no ${path}.`)
  if (!stat.isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const { values, positionals } = readArguments()
if (positionals.length === 0) fail(usage)
const scope = ruleScopes.find((each) => each === values.rules) ?? fail(`No rules are called ${values.rules}.`)
const release = values.ruleset ?? ruleSetOn(todayInStockholm(new Date())).release
const ruleSet = ruleSetNamed(release, scope as RuleScope) ?? fail(`There is no rule set ${release}.`)

const files = positionals.flatMap(filesOf)
const progress = makeProgress(files.length, values.json)
const verdicts: FileVerdict[] = []
for (const file of files) {
  const verdict = validateFile(file, ruleSet, { structure: values.structure })
  if (values.json) process.stdout.write(`${JSON.stringify(verdict)}\n`)
  else verdicts.push(verdict)
  progress.step()
}
progress.end()
if (!values.json) printTable(verdicts)

function printTable(rows: readonly FileVerdict[]): void {
  const width = Math.min(72, Math.max(...rows.map(({ file }) => file.length), 4))
  for (const { file, verdict, fired, structure = [] } of rows) {
    const name = file.length > width ? `…${file.slice(1 - width)}` : file
    const reasons = [...structure, ...Object.entries(fired).map(([rule, times]) => `${rule} × ${times}`)]
    console.log(`${name.padEnd(width)}  ${verdict.padEnd(9)}  ${reasons.slice(0, 4).join(' · ')}`)
    for (let at = 4; at < reasons.length; at += 4) {
      console.log(`${' '.repeat(width + 13)}${reasons.slice(at, at + 4).join(' · ')}`)
    }
  }
  const counts = Map.groupBy(rows, (row) => row.verdict)
  const summary = [...counts].map(([verdict, of]) => `${of.length} ${verdict}`).join(', ')
  console.log(
    `\n${rows.length} ${rows.length === 1 ? 'file' : 'files'} by Peppol BIS Billing ${ruleSet.release}: ${summary}`,
  )
}
