/** Documents by the thousand for the structure verdict: grown from the table, and spoilt; the same for the same seed. */
import {
  type BranchDeclaration,
  declarationOf,
  type LeafDeclaration,
  type Place,
} from '#lib/rules/structure/declarations.ts'
import { branchTypes, leafTypes } from '#lib/rules/structure/schema-table.ts'
import type { ValueType } from '#lib/rules/structure/simple-values.ts'
import { TreeElement } from '#lib/ubl/tree.ts'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = ReturnType<typeof randomFrom>

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/**
 * Values of each type, and others not far from them. Left to unit tests is where libxml2 departs from XML Schema: white
 * space around a date or time it refuses, characters that are not base64 it passes over, URIs it reads by RFC 3986.
 */
const values: Readonly<
  Record<ValueType, { readonly good: readonly string[]; readonly bad: readonly string[] }>
> = {
  string: { good: ['', 'text', ' a\n b '], bad: [] },
  normalizedString: { good: ['', 'text', ' a\n b '], bad: [] },
  boolean: { good: ['true', 'false', '1', '0', ' true\n'], bad: ['', 'True', 'yes', 't rue', '2', '01'] },
  decimal: {
    good: ['0', '-1.50', '+2', '.5', '5.', '007', '\n12.3\t', '123456789012345678.1', '-0'],
    bad: ['', ' ', '.', '-', '1e3', '1,5', '1 000', '1.2.3', '--1', 'NaN', 'INF', '٣', '0x1', '\u00a01'],
  },
  date: {
    good: [
      '2026-11-22',
      '2026-01-31',
      '2024-02-29',
      '2000-02-29',
      '2026-11-22Z',
      '2026-11-22+14:00',
      '2026-11-22-13:59',
      '-0001-12-31',
      '12026-01-01',
      '0001-01-01',
    ],
    bad: [
      '',
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '20261122',
      '2026-1-1',
      '02026-01-01',
      '226-01-01',
      '2026-11-22+14:01',
      '2026-11-22+15:00',
      '2026-11-22+02',
      '2026-11-22T00:00:00',
      '+2026-11-22',
      '2026-11-22 Z',
      '22.11.2026',
    ],
  },
  time: {
    good: ['12:00:00', '23:59:59.999', '00:00:00Z', '24:00:00', '12:30:00+05:30', '12:00:00-14:00'],
    bad: [
      '',
      '24:00:01',
      '12:60:00',
      '12:00:60',
      '25:00:00',
      '12:00',
      '1:00:00',
      '12:00:00.',
      '12:00:00+24:00',
    ],
  },
  base64Binary: {
    good: ['', 'AAAA', 'QQ==', 'QUI=', 'QUJD\nREVG', ' Q Q = = ', 'a+/9'],
    bad: ['A', 'AA', 'AAA', 'QR==', 'QUJ=', 'AAAA=', 'Q===', '====', 'AA-A', 'QQ==QQ==', 'AAAÅ', 'QQ=A'],
  },
  language: {
    good: ['sv', 'en-GB', 'x-klingon', ' sv '],
    bad: ['', 'sv_SE', 'swedishlang', 'sv-', '1sv', 'sv SE'],
  },
  anyURI: {
    good: [
      '',
      'http://example.se/a?b#c',
      'urn:oasis:names',
      '../x y',
      'http://exämple.se/å',
      'mailto:a@b.se',
      '#f',
    ],
    bad: ['http://a/%zz', 'a#b#c', ':x', '%'],
  },
}

/** For elements that hold no value. */
const texts = { good: ['', ' \n'], bad: ['x', '\u00a0'] }

const everyLeaf = Object.values(leafTypes).flatMap(({ elements }) => elements.split(/\s+/).filter(Boolean))
const everyBranch = Object.values(branchTypes).flatMap(({ elements }) =>
  elements.split(/\s+/).filter(Boolean),
)
const foreignNames = [
  '{urn:example:other}Thing',
  '{}Thing',
  '{urn:example:other}ID',
  'cbc:Nonsense',
  'cac:Nonsense',
]
const xml = '{http://www.w3.org/XML/1998/namespace}lang'
const attributeNames = [
  ...new Set(
    Object.values(leafTypes).flatMap(({ attributes }) =>
      attributes.split(/\s+/).map((word) => word.split(':')[0] ?? ''),
    ),
  ),
].filter((name) => name !== '')

/** A valid document in which anything may stand that the schema has, apart from what the values could break. */
export function grownDocument(root: 'Invoice' | 'CreditNote', random: Random): TreeElement {
  return grown(root, 0, random)
}

function grown(name: string, depth: number, random: Random): TreeElement {
  const declaration = declarationOf(name)
  if (declaration === undefined) return new TreeElement(name, {}, pick(['', 'anything'], random))
  if (declaration.kind === 'leaf') return grownLeaf(name, declaration, random)
  const element = new TreeElement(name, {}, pick(['', '', '\n  '], random))
  for (const place of declaration.places.values()) {
    const times = timesOf(place, depth, random)
    for (let time = 0; time < times; time += 1) {
      const child =
        place.name === '#other'
          ? pick(['{urn:example:other}Thing', 'cac:Country', 'cbc:ID'], random)
          : place.name
      append(element, grown(child, depth + 1, random))
    }
  }
  return element
}

function timesOf({ isRequired, isRepeatable }: Place, depth: number, random: Random): number {
  const wanted = random() < 0.25 / (depth + 0.3) ? 1 : 0
  const more = isRepeatable && random() < 0.2 ? 1 : 0
  return (isRequired ? 1 : wanted) + (isRequired || wanted > 0 ? more : 0)
}

function grownLeaf(name: string, leaf: LeafDeclaration, random: Random): TreeElement {
  const attributes: Record<string, string> = {}
  for (const [attribute, type] of leaf.attributes) {
    if (leaf.required.includes(attribute) || random() < 0.05)
      attributes[attribute] = pick(values[type].good, random)
  }
  return new TreeElement(name, attributes, pick(values[leaf.value].good, random))
}

function append(parent: TreeElement, child: TreeElement, at = parent.children.length): void {
  child.parent = parent
  parent.children.splice(at, 0, child)
}

/** Spoils a document in place, once. It may stay valid. Says what was done. */
export function spoil(root: TreeElement, random: Random): string {
  const kind = pick(Object.keys(changes), random)
  const element = pick([root, ...below(root)], random)
  changes[kind]?.(element, random, root)
  return `${kind} at ${element.name}`
}

type Change = (element: TreeElement, random: Random, root: TreeElement) => void

const changes: Readonly<Record<string, Change>> = {
  remove: (element) => void detach(element),
  empty: (element) => {
    element.children.splice(0)
    element.text = ''
  },
  repeat: (element, random) => {
    const parent = element.parent
    if (parent === null) return
    const beside = parent.children.indexOf(element) + 1
    append(
      parent,
      copied(element),
      random() < 0.5 ? beside : Math.floor(random() * (parent.children.length + 1)),
    )
  },
  swap: (element) => {
    const parent = element.parent
    if (parent === null) return
    const at = parent.children.indexOf(element)
    detach(element)
    append(parent, element, Math.min(at + 1, parent.children.length))
  },
  shift: (element, random) => {
    const parent = detach(element)
    if (parent !== null) append(parent, element, Math.floor(random() * (parent.children.length + 1)))
  },
  move: (element, random, root) => {
    if (detach(element) === null) return
    const parent = pick([root, ...below(root)], random)
    append(parent, element, Math.floor(random() * (parent.children.length + 1)))
  },
  rename: (element, random) => replace(element, pick([everyLeaf, everyBranch, foreignNames], random), random),
  insert: (element, random) => {
    const declaration = declarationOf(element.name)
    const names =
      declaration?.kind === 'branch' ? namesIn(declaration) : pick([everyLeaf, foreignNames], random)
    append(
      element,
      grown(pick(names, random), 4, random),
      Math.floor(random() * (element.children.length + 1)),
    )
  },
  text: (element, random) => {
    const declaration = declarationOf(element.name)
    const { good, bad } = declaration?.kind === 'leaf' ? values[declaration.value] : texts
    element.text = pick([...bad, ...good], random)
  },
  value: (_, random, root) => {
    const leaves = below(root).flatMap((each) => {
      const declaration = declarationOf(each.name)
      return declaration?.kind === 'leaf' && values[declaration.value].bad.length > 0
        ? { each, near: values[declaration.value] }
        : []
    })
    if (leaves.length === 0) return
    const { each, near } = pick(leaves, random)
    each.text = pick([...near.bad, ...near.good], random)
  },
  'attribute removed': (element, random) => {
    const names = Object.keys(element.attributes)
    if (names.length > 0) delete (element.attributes as Record<string, string>)[pick(names, random)]
  },
  'attribute added': (element, random) => {
    const name = pick([pick(attributeNames, random), 'nonsense', xml, '{urn:example:other}a'], random)
    ;(element.attributes as Record<string, string>)[name] = pick(['', 'x', 'sv'], random)
  },
  'attribute changed': (element, random) => {
    const declaration = declarationOf(element.name)
    if (declaration?.kind !== 'leaf' || declaration.attributes.size === 0) return
    const [name, type] = pick([...declaration.attributes], random)
    ;(element.attributes as Record<string, string>)[name] = pick(
      [...values[type].bad, ...values[type].good],
      random,
    )
  },
}

function namesIn({ places }: BranchDeclaration): readonly string[] {
  return [...places.keys()].map((name) => (name === '#other' ? 'cbc:ID' : name))
}

function below(element: TreeElement): readonly TreeElement[] {
  return element.children.flatMap((child) => [child, ...below(child)])
}

function detach(element: TreeElement): TreeElement | null {
  const parent = element.parent
  parent?.children.splice(parent.children.indexOf(element), 1)
  return parent
}

function replace(element: TreeElement, names: readonly string[], random: Random): void {
  const parent = element.parent
  if (parent === null) return
  const renamed = copied(element, pick(names, random))
  append(parent, renamed, parent.children.indexOf(element))
  detach(element)
}

/** A document again, to be spoilt without touching the first; or an element under another name. */
export function copied(element: TreeElement, name = element.name): TreeElement {
  const copy = new TreeElement(name, { ...element.attributes }, element.text)
  for (const child of element.children) append(copy, copied(child))
  return copy
}

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:'

/** Writes any tree as XML, valid or not. */
export function toXml(element: TreeElement): string {
  const spaces =
    element.parent === null
      ? ` xmlns="${ubl}${element.name}-2" xmlns:cac="${ubl}CommonAggregateComponents-2" xmlns:cbc="${ubl}CommonBasicComponents-2" xmlns:ext="${ubl}CommonExtensionComponents-2"`
      : ''
  const [, uri, local] = /^\{(.*)\}(.*)$/.exec(element.name) ?? []
  const name = local === undefined ? element.name : uri === '' ? local : `o:${local}`
  const space = local === undefined ? '' : uri === '' ? ' xmlns=""' : ` xmlns:o="${uri}"`
  const attributes = Object.entries(element.attributes).map(([key, value]) => attributeXml(key, value))
  return `<${name}${spaces}${space}${attributes.join('')}>${escaped(element.text)}${element.children.map(toXml).join('')}</${name}>`
}

function attributeXml(key: string, value: string): string {
  const [, uri, local] = /^\{(.*)\}(.*)$/.exec(key) ?? []
  if (local === undefined) return ` ${key}="${escaped(value)}"`
  if (key === xml) return ` xml:${local}="${escaped(value)}"`
  return ` xmlns:a="${uri}" a:${local}="${escaped(value)}"`
}

function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
