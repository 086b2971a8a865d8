import type { Pattern } from '../rule.ts'
import { attributeRules } from './syntax/attributes.ts'
import { notUsedRules } from './syntax/not-used.ts'
import { documentOccurrences } from './syntax/occurrences.ts'
import { syntaxPatternWith } from './syntax/syntax-contexts.ts'

/** EN 16931 UBL 1.3.16, all that the syntax allows: UBL-SR, UBL-DT and UBL-CR. */
export const syntaxPattern: Pattern = syntaxPatternWith([
  ...notUsedRules,
  ...attributeRules,
  ...documentOccurrences,
])

/** The pattern by itself, for judging with it alone. */
export const syntaxPatterns: readonly Pattern[] = [syntaxPattern]
