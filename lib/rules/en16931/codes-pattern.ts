import type { Pattern } from '../rule.ts'
import { fullCodeLists } from './code-lists.ts'
import { codesPattern } from './code-rules.ts'

/**
 * EN 16931 UBL 1.3.16, codes come from their lists, with every code there is. What runs in a browser makes its own
 * pattern of lists cut to size (`codesPattern`), and has no need of this file.
 */
export const codesPatterns: readonly Pattern[] = [codesPattern(fullCodeLists)]
