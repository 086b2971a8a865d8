import { peppolCodeLists } from './peppol/code-lists.ts'
import { peppolGeneralPatterns } from './peppol/general-patterns.ts'
import type { Pattern } from './rule.ts'

export { peppolGeneralPatterns }

/** The rules of Peppol BIS Billing 3.0.21 but for those of other countries, with every code that is published. */
export const peppolPatterns: readonly Pattern[] = peppolGeneralPatterns(peppolCodeLists)
