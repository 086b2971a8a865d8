import { readFileSync, statSync } from 'node:fs'
import type { RuleSet } from '#lib/rules/judge.ts'
import { countFired, type ValidateOptions, type Verdict, validateDocument } from '#lib/rules/validate.ts'
import { readXml, xmlLimits } from '#lib/ubl/read-xml.ts'

/** The verdict of one file, as it is printed. `structure` is there only when there is something to say. */
export type FileVerdict = {
  readonly file: string
  /** The document's root, or null when it is none. */
  readonly root: string | null
  readonly verdict: Verdict
  readonly fired: Readonly<Record<string, number>>
  readonly structure?: readonly string[]
  readonly ms: number
}

/** Judges a file. Whatever it holds, the answer is a verdict: what cannot be read is `structure`, with the reason. */
export function validateFile(file: string, ruleSet: RuleSet, options: ValidateOptions): FileVerdict {
  const began = performance.now()
  const judged = judgeFile(file, ruleSet, options)
  return { file, ...judged, ms: Math.round((performance.now() - began) * 100) / 100 }
}

function judgeFile(
  file: string,
  ruleSet: RuleSet,
  options: ValidateOptions,
): Omit<FileVerdict, 'file' | 'ms'> {
  try {
    const { size } = statSync(file)
    if (size > xmlLimits.size) return refused(`too-large: ${size} bytes`)
    const read = readXml(readFileSync(file))
    if (!read.ok) return refused(`${read.code}: ${read.details.reason}`)
    const { verdict, fired, structure } = validateDocument(read.value, ruleSet, options)
    return {
      root: read.value.name,
      verdict,
      fired: countFired(fired),
      ...(structure.length > 0 && { structure }),
    }
  } catch (problem) {
    return refused(`could not be judged: ${(problem as Error).message}`)
  }
}

function refused(reason: string): Omit<FileVerdict, 'file' | 'ms'> {
  return { root: null, verdict: 'structure', fired: {}, structure: [reason] }
}
