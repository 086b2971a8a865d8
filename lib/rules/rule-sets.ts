import type { IsoDate } from '#lib/core/dates.ts'
import { codesPatterns } from './en16931/codes-pattern.ts'
import { modelPatterns } from './en16931/model-pattern.ts'
import { syntaxPatterns } from './en16931/syntax-pattern.ts'
import type { RuleSet } from './judge.ts'
import { nationalPatterns } from './national/national-patterns.ts'
import { peppolPatterns } from './peppol-patterns.ts'
import { type ReleaseDay, releaseOn } from './release-days.ts'
import { release3022 } from './releases/release-3022.ts'
import type { Pattern } from './rule.ts'

/** Which rules judge: all, those of EN 16931 alone, those of Peppol alone. */
export const ruleScopes = ['all', 'cen', 'peppol'] as const

/** One of them. */
export type RuleScope = (typeof ruleScopes)[number]

/** The release of the EN 16931 rules for UBL that every rule set here stands on. */
export const cenRelease = '1.3.16'

const cen: readonly Pattern[] = [...modelPatterns, ...syntaxPatterns, ...codesPatterns]
const peppol3021: readonly Pattern[] = [...peppolPatterns, ...nationalPatterns]

const sets: Readonly<Record<ReleaseDay['release'], Readonly<Record<RuleScope, RuleSet>>>> = {
  '3.0.21': setsOf('3.0.21', peppol3021),
  '3.0.22': setsOf('3.0.22', release3022(peppol3021)),
}

function setsOf(
  release: ReleaseDay['release'],
  peppol: readonly Pattern[],
): Readonly<Record<RuleScope, RuleSet>> {
  return {
    all: { release, patterns: [...cen, ...peppol] },
    cen: { release, patterns: cen },
    peppol: { release, patterns: peppol },
  }
}

/** The rules of a release; undefined for a release that is not known. */
export function ruleSetNamed(release: string, scope: RuleScope = 'all'): RuleSet | undefined {
  return Object.hasOwn(sets, release) ? sets[release as ReleaseDay['release']][scope] : undefined
}

/** The rules that judge what is sent on a day. */
export function ruleSetOn(date: IsoDate): RuleSet {
  return sets[releaseOn(date)].all
}
