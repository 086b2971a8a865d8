import type { ValueType } from './simple-values.ts'

/** What is wrong, and what is needed to say it. */
export type StructureFaultDetail =
  /** The schema has no such element in its parent, or no such document. */
  | { readonly code: 'unknown-element' }
  /** The element stands after one that it must come before. */
  | { readonly code: 'wrong-order'; readonly before: string }
  /** The element stands there once more than it may. */
  | { readonly code: 'too-many' }
  /** An element that must stand in this one does not. `#other`: one of a namespace other than the extensions'. */
  | { readonly code: 'missing-element'; readonly name: string }
  /** Text stands where only elements may. */
  | { readonly code: 'text-beside-elements' }
  /** An element stands where only a value may. */
  | { readonly code: 'element-in-value'; readonly name: string }
  /** There is no value, and the type needs one. */
  | { readonly code: 'empty-value'; readonly type: ValueType }
  /** The value is none of its type. */
  | { readonly code: 'bad-value'; readonly type: ValueType; readonly value: string }
  /** An attribute that must stand does not. */
  | { readonly code: 'missing-attribute'; readonly name: string }
  /** The schema has no such attribute here. */
  | { readonly code: 'unknown-attribute'; readonly name: string }
  /** The value of an attribute is none of its type; `declared`: xsi:type names another type than the schema. */
  | {
      readonly code: 'bad-attribute'
      readonly name: string
      readonly type: ValueType | 'declared'
      readonly value: string
    }

/**
 * One place where a document is no valid UBL 2.1: `path` leads there (`/Invoice/cac:InvoiceLine[2]/cbc:ID`). Names and
 * values from the document are shortened.
 */
export type StructureFault = StructureFaultDetail & { readonly path: string }

/** What can be wrong. */
export type StructureFaultCode = StructureFault['code']

const typeWords: Readonly<Record<ValueType | 'declared', string>> = {
  string: 'a text',
  normalizedString: 'a text of one line',
  boolean: 'true or false',
  decimal: 'a decimal number',
  date: 'a date',
  time: 'a time of day',
  base64Binary: 'base64',
  language: 'a language code',
  anyURI: 'a URI',
  declared: 'the type that the schema gives',
}

/** Says in one English sentence where what is wrong: `/Invoice/cbc:ID must stand before cbc:IssueDate.` */
export function describeStructureFault(fault: StructureFault): string {
  return `${fault.path} ${predicateOf(fault)}.`
}

function predicateOf(fault: StructureFault): string {
  switch (fault.code) {
    case 'unknown-element':
      return 'may not stand here'
    case 'wrong-order':
      return `must stand before ${nameOf(fault.before)}`
    case 'too-many':
      return 'stands here once more than it may'
    case 'missing-element':
      return `must hold ${nameOf(fault.name)}`
    case 'text-beside-elements':
      return 'may hold elements only, no text'
    case 'element-in-value':
      return `may hold a value only, not ${fault.name}`
    case 'empty-value':
      return `is empty; it must be ${typeWords[fault.type]}`
    case 'bad-value':
      return `must be ${typeWords[fault.type]}, not ${JSON.stringify(fault.value)}`
    case 'missing-attribute':
      return `must have the attribute ${fault.name}`
    case 'unknown-attribute':
      return `may not have the attribute ${fault.name}`
    case 'bad-attribute':
      return `must have ${typeWords[fault.type]} as ${fault.name}, not ${JSON.stringify(fault.value)}`
  }
}

function nameOf(name: string): string {
  return name === '#other' ? 'an element of another namespace' : name
}
