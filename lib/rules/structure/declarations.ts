import { branchTypes, leafTypes } from './schema-table.ts'
import { isValueType, type ValueType } from './simple-values.ts'

/** A place in the order of an element's children. */
export type Place = {
  /** The element that stands there; `#other` for any of a namespace other than that of the extensions. */
  readonly name: string
  readonly index: number
  readonly isRequired: boolean
  readonly isRepeatable: boolean
}

/** What the schema says of an element that holds others. */
export type BranchDeclaration = {
  readonly kind: 'branch'
  readonly type: string
  readonly places: ReadonlyMap<string, Place>
  readonly required: readonly Place[]
}

/** What the schema says of an element that holds a value. */
export type LeafDeclaration = {
  readonly kind: 'leaf'
  readonly type: string
  readonly value: ValueType
  readonly attributes: ReadonlyMap<string, ValueType>
  readonly required: readonly string[]
}

/** What the schema says of an element of a name, wherever it stands. */
export type Declaration = BranchDeclaration | LeafDeclaration

const declarations = new Map<string, Declaration>()
for (const [type, { elements, content }] of Object.entries(branchTypes)) {
  const places = wordsOf(content).map(toPlace)
  const required = places.filter((place) => place.isRequired)
  const declared = {
    kind: 'branch',
    type,
    places: new Map(places.map((place) => [place.name, place])),
    required,
  } as const
  for (const name of wordsOf(elements)) declarations.set(name, declared)
}
for (const { elements, value, attributes } of Object.values(leafTypes)) {
  const given = wordsOf(attributes).map(toAttribute)
  const shared = {
    kind: 'leaf',
    value: toValueType(value),
    attributes: new Map(given.map(({ name, type }) => [name, type])),
    required: given.filter((each) => each.isRequired).map((each) => each.name),
  } as const
  // UBL gives every such element a type of its own, called after it.
  for (const name of wordsOf(elements)) declarations.set(name, { ...shared, type: `${localOf(name)}Type` })
}

/** Finds what the schema says of an element; undefined for what it does not know, or only knows elsewhere. */
export function declarationOf(name: string): Declaration | undefined {
  return declarations.get(name)
}

/** Finds where an element stands among the children of another; undefined when it may not stand there. */
export function placeOf(name: string, { places }: BranchDeclaration): Place | undefined {
  const place = places.get(name)
  if (place !== undefined) return place
  return name.startsWith('ext:') || name.startsWith('{}') ? undefined : places.get('#other')
}

function toPlace(word: string, index: number): Place {
  const mark = /[?*+]$/.exec(word)?.[0] ?? ''
  return {
    name: mark === '' ? word : word.slice(0, -1),
    index,
    isRequired: mark === '' || mark === '+',
    isRepeatable: mark === '*' || mark === '+',
  }
}

function toAttribute(word: string): { name: string; type: ValueType; isRequired: boolean } {
  const [name = '', type = ''] = word.replace('!', '').split(':')
  return { name, type: toValueType(type), isRequired: word.endsWith('!') }
}

function toValueType(name: string): ValueType {
  if (!isValueType(name)) throw new Error(`the table has a type ${name} that nobody can judge`)
  return name
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function localOf(name: string): string {
  return name.replace(/^.*[:}]/, '')
}
