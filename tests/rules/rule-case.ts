import type { BaseDocument } from './base-documents.ts'
import type { Edit } from './edit.ts'

/** One published rule seen from both sides: a document that breaks it, and one in which it is judged and holds. */
export type RuleCase = {
  readonly rule: string
  /** The document that both edits start from. Default: `invoice`. */
  readonly base?: BaseDocument
  /** Makes the rule fire. */
  readonly fails: Edit
  /** Makes a document in which the rule is judged and holds. Default: the base as it is. */
  readonly passes?: Edit
}
