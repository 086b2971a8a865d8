/**
 * `npm run conformance`: holds the engine against the official verdicts in `CONFORMANCE_DIR` (default
 * `../shared/conformance`), always by 3.0.21. Prints agreement, false positives and negatives per rule and how many
 * rules the cases exercise; exit 1 below full agreement.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge, type RuleSet } from '#lib/rules/judge.ts'
import { cenRelease, ruleSetNamed } from '#lib/rules/rule-sets.ts'
import { countFired, validateDocument } from '#lib/rules/validate.ts'
import { readXml } from '#lib/ubl/read-xml.ts'
import { conformanceDir } from '#tests/setup/ubl-schema.ts'
import {
  type DocumentCase,
  readCatalogue,
  readDocumentCases,
  readOwnCases,
  readUnitCases,
  type UnitCase,
} from './cases.ts'

const release = '3.0.21'

if (!existsSync(join(conformanceDir, 'rules.json'))) {
  console.error(`There are no cases in ${conformanceDir} (set CONFORMANCE_DIR).`)
  process.exit(1)
}

const set = (scope: 'all' | 'cen' | 'peppol'): RuleSet => {
  const found = ruleSetNamed(release, scope)
  if (found === undefined) throw new Error(`no rule set ${release} ${scope}`)
  return found
}
const sets = { CEN: set('cen'), PEPPOL: set('peppol'), all: set('all') }

const disagreements: string[] = []
const falsePositives = new Map<string, number>()
const falseNegatives = new Map<string, number>()
const exercised = new Set<string>()
const onDocuments = new Set<string>()

const more = (counts: Map<string, number>, rule: string, by = 1) =>
  counts.set(rule, (counts.get(rule) ?? 0) + by)

/** Judges a unit case: only what it asserts decides, and the whole set of rules that fire must be the same. */
function agreesOnUnit({ file, ruleset, assertions, fired = [] }: UnitCase): boolean {
  const read = readXml(readFileSync(join(conformanceDir, file)))
  if (!read.ok) return disagree(file, read.code)
  const found = new Set(judge(read.value, sets[ruleset]).fired.map(({ rule }) => rule.id))
  const expected = new Set(fired)
  for (const { rule, expectation } of assertions) {
    if (expectation === 'success') expected.delete(rule)
    else exercised.add(rule)
    if (expectation !== 'success') expected.add(rule)
  }
  const extra = [...found].filter((rule) => !expected.has(rule))
  const absent = [...expected].filter((rule) => !found.has(rule))
  for (const rule of extra) more(falsePositives, rule)
  for (const rule of absent) more(falseNegatives, rule)
  return (
    extra.length + absent.length === 0 ||
    disagree(file, [...extra.map((rule) => `+${rule}`), ...absent.map((rule) => `-${rule}`)].join(' '))
  )
}

/** Judges a whole document: verdict, and the exact set of rules with flag and count where it is not `structure`. */
function agreesOnDocument({ file, verdict, fired, mutations = [] }: DocumentCase): boolean {
  const why = mutations.length > 0 ? ` (${mutations.join(', ').slice(0, 160)})` : ''
  const read = readXml(readFileSync(join(conformanceDir, file)))
  const judged = read.ok ? validateDocument(read.value, sets.all) : null
  const found = judged?.verdict ?? 'structure'
  if (verdict === 'structure') {
    return found === 'structure' || disagree(file, `is ${found}, not structure${why}`)
  }
  for (const key of Object.keys(fired)) {
    const [rule = ''] = key.split(' ')
    exercised.add(rule)
    onDocuments.add(rule)
  }
  const counts = judged === null ? {} : countFired(judged.fired)
  const keys = new Set([...Object.keys(counts), ...Object.keys(fired)])
  const different = [...keys].filter((key) => (counts[key] ?? 0) !== (fired[key] ?? 0))
  for (const key of different) {
    const [rule = key] = key.split(' ')
    const surplus = (counts[key] ?? 0) - (fired[key] ?? 0)
    more(surplus > 0 ? falsePositives : falseNegatives, rule, Math.abs(surplus))
  }
  if (found !== verdict && different.length === 0) {
    return disagree(file, `is ${found}, not ${verdict}: ${judged?.structure.join('; ')}${why}`)
  }
  return (
    (different.length === 0 && found === verdict) ||
    disagree(
      file,
      `${different.map((key) => `${key} ${counts[key] ?? 0}≠${fired[key] ?? 0}`).join(', ')}${why}`,
    )
  )
}

function disagree(file: string, what: string): false {
  disagreements.push(`${file}: ${what}`)
  return false
}

function report<Case>(name: string, cases: readonly Case[], agrees: (each: Case) => boolean) {
  const agreed = cases.filter(agrees).length
  const share = cases.length === 0 ? 0 : (100 * agreed) / cases.length
  console.log(`${name.padEnd(34)} ${String(agreed).padStart(5)} of ${cases.length}  ${share.toFixed(2)} %`)
  return { agreed, of: cases.length }
}

console.log(`Peppol BIS Billing ${release} on EN 16931 UBL ${cenRelease}\n`)
const documents = readDocumentCases()
const isStructure = ({ verdict }: DocumentCase) => verdict === 'structure'
const outcomes = [
  report('unit cases', readUnitCases(), agreesOnUnit),
  report(
    'documents, exact set',
    documents.filter((each) => !isStructure(each)),
    agreesOnDocument,
  ),
  report('documents, structure', documents.filter(isStructure), agreesOnDocument),
  report('own cases', readOwnCases(), agreesOnDocument),
]
printRules()
printExercised()
for (const line of disagreements.slice(0, 60)) console.log(line)
if (disagreements.length > 60) console.log(`… and ${disagreements.length - 60} more`)

const passed = outcomes.reduce((sum, { agreed }) => sum + agreed, 0)
const failed = outcomes.reduce((sum, { agreed, of }) => sum + of - agreed, 0) + missingRules()
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

function printRules(): void {
  const wrong = new Set([...falsePositives.keys(), ...falseNegatives.keys()])
  console.log(`\nrules with false positives or negatives: ${wrong.size}`)
  for (const rule of [...wrong].sort()) {
    console.log(
      `  ${rule}: ${falsePositives.get(rule) ?? 0} false positives, ${falseNegatives.get(rule) ?? 0} false negatives`,
    )
  }
}

function printExercised(): void {
  const rules = readCatalogue().filter(({ canFire }) => canFire)
  console.log(`\nrules exercised   here   on documents   of`)
  for (const [reach, of] of Map.groupBy(rules, (rule) => rule.reach)) {
    const here = of.filter(({ id }) => exercised.has(id)).length
    const whole = of.filter(({ id }) => onDocuments.has(id)).length
    console.log(
      `  ${reach.padEnd(14)} ${String(here).padStart(5)} ${String(whole).padStart(14)} ${String(of.length).padStart(4)}`,
    )
  }
  const here = rules.filter(({ id }) => exercised.has(id)).length
  const whole = rules.filter(({ id }) => onDocuments.has(id)).length
  console.log(
    `  ${'together'.padEnd(14)} ${String(here).padStart(5)} ${String(whole).padStart(14)} ${String(rules.length).padStart(4)}\n`,
  )
}

/** Every rule of the catalogue that can fire is written, with its flag, and no other. */
function missingRules(): number {
  const written = new Set(
    sets.all.patterns.flatMap((pattern) =>
      pattern.flatMap(({ rules }) => rules.map(({ id, flag }) => `${id} ${flag}`)),
    ),
  )
  const wanted = new Set(
    readCatalogue()
      .filter(({ canFire }) => canFire)
      .map(({ id, flag }) => `${id} ${flag}`),
  )
  const faults = [
    ...[...wanted].filter((rule) => !written.has(rule)).map((rule) => `${rule} is not written`),
    ...[...written].filter((rule) => !wanted.has(rule)).map((rule) => `${rule} is in no catalogue`),
  ]
  for (const fault of faults) console.log(fault)
  console.log(`rules written: ${written.size} of ${wanted.size}`)
  return faults.length
}
