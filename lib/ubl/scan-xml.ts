import { Refusal, xmlLimits } from './xml-limits.ts'

/** Where a long text with nothing to interpret in it stands: from its first character to the one after its last. */
export type PlainRun = { readonly start: number; readonly end: number }

/** A text of fewer characters is no trouble to parse. */
const longRun = 65_536

/** Characters that mean themselves and may stand anywhere: no reference, no carriage return, no end of CDATA. */
const plain = /^[\t\n\u0020-\u0025\u0027-\u003b\u003d-\u005c\u005e-\u007e\u00a0-\ud7ff\ue000-\ufffd]*$/

/** `&#x10FFFF;` and some zeros. */
const longestReference = 64

const less = 0x3c
const greater = 0x3e
const slash = 0x2f
const question = 0x3f
const exclamation = 0x21
const quote = 0x22
const apostrophe = 0x27

/**
 * Holds a document to the limits before it is parsed, twenty times as fast as the parser: counts tags, depth,
 * attributes and references, measures texts, tags and comments, and refuses a DOCTYPE. Judges nothing that the parser
 * judges better; what the parser takes, this has read the same way. Gives the long plain texts, a file in base64
 * above all, which need no parsing. Throws `Refusal`.
 */
export function scanXml(text: string): readonly PlainRun[] {
  checkReferences(text)
  const scan = new Scan(text)
  scan.run()
  return scan.plainRuns
}

function checkReferences(text: string): void {
  let count = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    count += 1
    if (count > xmlLimits.references) {
      throw new Refusal('too-many-references', `more than ${xmlLimits.references} references`)
    }
  }
}

/** A reference that does not end soon never does, and the parser would look for its end to the last character. */
function checkReferencesEnd(run: string): void {
  for (let at = run.indexOf('&'); at >= 0; at = run.indexOf('&', at + 1)) {
    if (!run.slice(at, at + longestReference).includes(';')) {
      throw new Refusal('not-well-formed', 'a reference is not closed')
    }
  }
}

class Scan {
  readonly plainRuns: PlainRun[] = []
  readonly #text: string
  /** What has been counted so far. */
  #markup = 0
  #elements = 0
  #allAttributes = 0
  #aside = 0
  #depth = 0
  /** Characters of the text being read, whatever comments stand in it. */
  #textLength = 0

  constructor(text: string) {
    this.#text = text
  }

  run(): void {
    let end = 0
    for (let at = this.#text.indexOf('<'); at >= 0; at = this.#text.indexOf('<', end)) {
      this.#passText(end, at)
      this.#markup += 1
      if (this.#markup > xmlLimits.markup) {
        throw new Refusal(
          'too-many-elements',
          `more than ${xmlLimits.markup} tags, comments and instructions`,
        )
      }
      end = this.#passMarkup(at)
    }
    this.#lengthen(this.#text.length - end)
    if (this.#depth > 0) throw new Refusal('not-well-formed', 'an element is not closed')
  }

  #passText(start: number, end: number): void {
    this.#lengthen(end - start)
    if (end - start < longRun) return
    const run = this.#text.slice(start, end)
    checkReferencesEnd(run)
    if (this.#depth > 0 && plain.test(run)) this.plainRuns.push({ start, end })
  }

  #lengthen(by: number): void {
    this.#textLength += by
    if (this.#textLength > xmlLimits.text) {
      throw new Refusal('text-too-long', `a text of more than ${xmlLimits.text} characters`)
    }
  }

  /** Passes what begins at a `<`; gives the place after it. */
  #passMarkup(at: number): number {
    const next = this.#text.charCodeAt(at + 1)
    if (next === slash) return this.#passEndTag(at)
    if (next === question) return this.#passAside(at, 2, '?>', 'an instruction')
    if (next !== exclamation) return this.#passStartTag(at)
    if (this.#text.startsWith('<!--', at)) return this.#passAside(at, 4, '-->', 'a comment')
    if (this.#text.startsWith('<![CDATA[', at)) {
      const end = this.#endOf(']]>', at + 9, 'a CDATA section')
      this.#lengthen(end - at)
      return end
    }
    if (this.#text.startsWith('<!DOCTYPE', at)) throw new Refusal('doctype', 'a DOCTYPE is not allowed')
    throw new Refusal('not-well-formed', 'a declaration that does not belong here')
  }

  #passAside(at: number, opening: number, closing: string, what: string): number {
    const end = this.#endOf(closing, at + opening, what)
    this.#aside += end - at
    if (this.#aside > xmlLimits.aside) {
      throw new Refusal(
        'text-too-long',
        `comments and instructions of more than ${xmlLimits.aside} characters`,
      )
    }
    return end
  }

  #passEndTag(at: number): number {
    const end = this.#endOf('>', at + 2, 'a tag')
    this.#checkTag(end - at)
    this.#depth -= 1
    if (this.#depth < 0) throw new Refusal('not-well-formed', 'an end tag without its element')
    this.#textLength = 0
    return end
  }

  #passStartTag(at: number): number {
    this.#elements += 1
    if (this.#elements > xmlLimits.elements) {
      throw new Refusal('too-many-elements', `more than ${xmlLimits.elements} elements`)
    }
    if (this.#depth >= xmlLimits.depth) {
      throw new Refusal('too-deep', `more than ${xmlLimits.depth} levels`)
    }
    const end = this.#endOfStartTag(at)
    if (this.#text.charCodeAt(end - 2) !== slash) this.#depth += 1
    this.#textLength = 0
    return end
  }

  /** A `>` inside an attribute ends no tag. */
  #endOfStartTag(start: number): number {
    let attributes = 0
    for (let at = start + 1; at < this.#text.length; at += 1) {
      const character = this.#text.charCodeAt(at)
      if (character === greater) return at + 1
      if (character === less) throw new Refusal('not-well-formed', 'a tag in a tag')
      if (character === quote || character === apostrophe) {
        at = this.#endOf(character === quote ? '"' : "'", at + 1, 'an attribute') - 1
        attributes += 1
        this.#checkAttributes(attributes)
      }
      this.#checkTag(at - start)
    }
    throw new Refusal('not-well-formed', 'a tag is not closed')
  }

  #checkAttributes(ofElement: number): void {
    this.#allAttributes += 1
    if (ofElement > xmlLimits.attributes) {
      throw new Refusal('too-many-attributes', `more than ${xmlLimits.attributes} attributes in one element`)
    }
    if (this.#allAttributes > xmlLimits.allAttributes) {
      throw new Refusal('too-many-attributes', `more than ${xmlLimits.allAttributes} attributes`)
    }
  }

  #checkTag(length: number): void {
    if (length > xmlLimits.tag) {
      throw new Refusal('text-too-long', `a tag of more than ${xmlLimits.tag} characters`)
    }
  }

  #endOf(closing: string, from: number, what: string): number {
    const at = this.#text.indexOf(closing, from)
    if (at < 0) throw new Refusal('not-well-formed', `${what} is not closed`)
    return at + closing.length
  }
}
