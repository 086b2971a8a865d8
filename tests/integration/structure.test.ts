/** The structure verdict against the schema itself: the documents with a known verdict, libxml2 on mutants, the table. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkStructure } from '#lib/rules/structure/check-structure.ts'
import { describeStructureFault } from '#lib/rules/structure/structure-fault.ts'
import { readXml } from '#lib/ubl/read-xml.ts'
import type { TreeElement } from '#lib/ubl/tree.ts'
import { renderSchemaTable } from '#scripts/generate-structure.ts'
import { copied, grownDocument, randomFrom, spoil, toXml } from '#tests/setup/structure-mutants.ts'
import { conformanceDir, expectValidDocument } from '#tests/setup/ubl-schema.ts'

const mutants = Number(process.env.STRUCTURE_MUTANTS ?? 3_000)
const seed = Number(process.env.STRUCTURE_SEED ?? 21)

type Known = { readonly file: string; readonly xsd?: readonly string[] }

const known: readonly Known[] = [
  ...textOf('documents/verdicts.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Known => JSON.parse(line))
    .map(({ file, xsd = [] }) => ({ file: `documents/${file}`, xsd })),
  ...(JSON.parse(textOf('own-cases/expected.json')) as { cases: readonly Known[] }).cases.map(
    ({ file, xsd = [] }) => ({ file: `own-cases/${file}`, xsd }),
  ),
]

function textOf(file: string): string {
  return readFileSync(resolve(conformanceDir, file), 'utf8')
}

function sentencesOf(xml: string): readonly string[] {
  return checkStructure(parsed(xml)).map(describeStructureFault)
}

function parsed(xml: string): TreeElement {
  const read = readXml(xml)
  if (!read.ok) throw new Error(`${read.code}: ${read.details.reason}`)
  return read.value as TreeElement
}

test('the table is what the schema gives', () => {
  const table = readFileSync(new URL('../../lib/rules/structure/schema-table.ts', import.meta.url), 'utf8')
  expect(renderSchemaTable(resolve(conformanceDir, 'xsd'))).toBe(table)
})

test('every document with a known verdict gets it', () => {
  const disagreements = known.flatMap(({ file, xsd = [] }) => {
    const sentences = sentencesOf(textOf(file))
    return sentences.length > 0 === xsd.length > 0 ? [] : { file, xsd, sentences }
  })
  expect(known.length).toBeGreaterThan(2_000)
  expect(disagreements).toEqual([])
})

describe('documents that nobody has seen', () => {
  const roots = ['Invoice', 'CreditNote'] as const
  /** What the schema says of a document; null when it is valid. */
  function refusalOf(xml: string): string | null {
    try {
      expectValidDocument(new TextEncoder().encode(xml))
      return null
    } catch (problem) {
      return (problem as Error).message
    }
  }

  test('those grown from the table are valid', () => {
    const random = randomFrom(seed)
    for (let count = 0; count < mutants / 10; count += 1) {
      const xml = toXml(grownDocument(roots[count % 2] ?? 'Invoice', random))
      expect([refusalOf(xml), sentencesOf(xml)]).toEqual([null, []])
    }
  })

  test('those that are spoilt get the verdict of the schema', () => {
    const random = randomFrom(seed + 1)
    const folder = resolve(conformanceDir, 'documents/base')
    const bases = readdirSync(folder).map((file) => parsed(readFileSync(resolve(folder, file), 'utf8')))
    const counts = { valid: 0, invalid: 0 }
    for (let count = 0; count < mutants; count += 1) {
      const base = bases[Math.floor(random() * bases.length * 2)]
      const root = base === undefined ? grownDocument(roots[count % 2] ?? 'Invoice', random) : copied(base)
      const done = Array.from({ length: random() < 0.8 ? 1 : 2 }, () => spoil(root, random))
      const xml = toXml(root)
      const [refusal, sentences] = [refusalOf(xml), sentencesOf(xml)]
      if ((refusal === null) !== (sentences.length === 0))
        expect.fail(JSON.stringify({ done, refusal, sentences }))
      counts[refusal === null ? 'valid' : 'invalid'] += 1
    }
    expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(mutants / 4)
  })
})
