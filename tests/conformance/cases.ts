import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conformanceDir } from '#tests/setup/ubl-schema.ts'

/** A case of one rule, or a few: which must fire, which must not, and all that do. */
export type UnitCase = {
  readonly file: string
  readonly ruleset: 'CEN' | 'PEPPOL'
  readonly assertions: readonly {
    readonly rule: string
    readonly expectation: 'success' | 'error' | 'warning'
  }[]
  readonly fired?: readonly string[]
}

/** A whole document with its verdict and how often each rule fires on it. */
export type DocumentCase = {
  readonly file: string
  readonly verdict: string
  readonly fired: Readonly<Record<string, number>>
  readonly mutations?: readonly string[]
}

/** A rule as the catalogue has it. */
export type CatalogueRule = {
  readonly id: string
  readonly flag: string
  readonly reach: string
  readonly canFire: boolean
}

const readLines = <Line>(path: string): Line[] =>
  readFileSync(join(conformanceDir, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const readJson = <Value>(path: string): Value => JSON.parse(readFileSync(join(conformanceDir, path), 'utf8'))

/** The unit cases; a path is from the folder of cases. */
export function readUnitCases(): readonly UnitCase[] {
  return readLines<UnitCase>('unit/manifest.jsonl').map((each) => ({ ...each, file: `unit/${each.file}` }))
}

/** The whole documents, the base ones and the mutants. */
export function readDocumentCases(): readonly DocumentCase[] {
  return readLines<DocumentCase>('documents/verdicts.jsonl').map((each) => ({
    ...each,
    file: `documents/${each.file}`,
  }))
}

type OwnCase = {
  readonly file: string
  readonly xsd: readonly string[]
  readonly errors: number
  readonly warnings: number
  readonly fired: Readonly<Record<string, { readonly flag: string; readonly count: number }>>
}

/** The own cases, as documents. */
export function readOwnCases(): readonly DocumentCase[] {
  return readJson<{ cases: OwnCase[] }>('own-cases/expected.json').cases.map((each) => ({
    file: `own-cases/${each.file}`,
    verdict: ownVerdict(each),
    fired: Object.fromEntries(
      Object.entries(each.fired).map(([rule, { flag, count }]) => [`${rule} ${flag}`, count]),
    ),
  }))
}

function ownVerdict({ xsd, errors, warnings }: OwnCase): string {
  if (xsd.length > 0) return 'structure'
  if (errors > 0) return 'fatal'
  return warnings > 0 ? 'warning' : 'clean'
}

/** Every rule of the catalogue. */
export function readCatalogue(): readonly CatalogueRule[] {
  return readJson<{ rules: CatalogueRule[] }>('rules.json').rules
}
