/** What a document from outside may be at most. A document that Talong writes stays far below. */
export const xmlLimits = {
  /** Bytes of the whole document; characters where it is given as text. */
  size: 20_000_000,
  /** Characters of one text, a file in base64 among them. */
  text: 15_000_000,
  /** Characters of one tag, its attributes in it. */
  tag: 65_536,
  /** Characters of all comments and instructions. */
  aside: 1_000_000,
  elements: 120_000,
  /** Tags, comments, instructions and CDATA sections. */
  markup: 300_000,
  depth: 64,
  /** In one element. */
  attributes: 64,
  /** In all elements. */
  allAttributes: 240_000,
  /** References such as `&amp;`. */
  references: 200_000,
} as const

/** Why bytes are no document that can be judged. */
export type XmlProblem =
  | 'empty'
  | 'too-large'
  | 'encoding'
  | 'doctype'
  | 'not-well-formed'
  | 'too-deep'
  | 'too-many-elements'
  | 'too-many-attributes'
  | 'too-many-references'
  | 'text-too-long'
  | 'not-ubl'

/** Thrown inside the reader and caught by it: the document is refused. */
export class Refusal extends Error {
  readonly code: XmlProblem
  constructor(code: XmlProblem, message: string) {
    super(message)
    this.code = code
  }
}
