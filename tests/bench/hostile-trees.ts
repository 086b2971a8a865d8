/**
 * `npm run bench:hostile` (W6), second part: what judging costs when one element of a document stands there ten
 * thousand times, for every element that a document of ours can have. Nothing may be more than linear in it.
 */
import { ruleSetNamed } from '#lib/rules/rule-sets.ts'
import { validateDocument } from '#lib/rules/validate.ts'
import { readXml } from '#lib/ubl/read-xml.ts'
import { TreeElement, type UblElement } from '#lib/ubl/tree.ts'
import { baseDocuments } from '#tests/rules/base-documents.ts'
import { type Row, report } from './measure.ts'

const copies = 10_000
const mostElements = 100_000
/** Milliseconds that no judgement may take: what is quadratic takes minutes. */
const latest = 2_000

const ruleSet = ruleSetNamed('3.0.22')
if (ruleSet === undefined) throw new Error('there is no rule set 3.0.22')

function read(xml: string): TreeElement {
  const tree = readXml(xml)
  if (!tree.ok) throw new Error(tree.code)
  return tree.value as TreeElement
}

function pathOf(element: UblElement): string {
  return element.parent === null ? element.name : `${pathOf(element.parent)}/${element.name}`
}

function everyElement(element: TreeElement): readonly TreeElement[] {
  return [element, ...element.children.flatMap(everyElement)]
}

function copyOf(element: TreeElement, parent: TreeElement): TreeElement {
  const copy = new TreeElement(element.name, element.attributes, element.text)
  copy.parent = parent
  for (const child of element.children) copy.children.push(copyOf(child, copy))
  return copy
}

/** The document with the first element at a path repeated as often as there may be elements. */
function repeated(xml: string, path: string): TreeElement {
  const root = read(xml)
  const element = everyElement(root).find((each) => pathOf(each) === path)
  const parent = element?.parent
  if (!element || !parent) throw new Error(`no ${path}`)
  const count = Math.min(copies, Math.floor(mostElements / everyElement(element).length))
  for (let made = 0; made < count; made += 1) parent.children.push(copyOf(element, parent))
  return root
}

const costs = new Map<string, number>()
for (const xml of Object.values(baseDocuments)) {
  for (const path of new Set(everyElement(read(xml)).map(pathOf))) {
    if (costs.has(path) || !path.includes('/')) continue
    const root = repeated(xml, path)
    const began = performance.now()
    validateDocument(root, ruleSet)
    costs.set(path, performance.now() - began)
  }
}

const slowest = [...costs].sort(([, a], [, b]) => b - a)
const rows: Row[] = slowest.slice(0, 12).map(([path, ms]) => ({ path, ms: ms.toFixed(0) }))
const [, most = Number.NaN] = slowest[0] ?? []
const claim = `${costs.size} elements, each ${copies} times: judged in at most ${most.toFixed(0)} ms (at most ${latest})`
report(
  'hostile-trees',
  'Judging a document with one element ten thousand times',
  rows,
  most <= latest ? [claim] : [],
  most <= latest ? [] : [claim],
)
