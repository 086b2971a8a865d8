import { inflateSync } from 'node:zlib'

/** An object of a PDF: its dictionary as text, and its stream, unpacked. */
type PdfObject = { readonly dict: string; readonly stream: Buffer | null }

/** A leaf of the document's structure: what it is and what it says, in reading order, its lines simply one after the other. */
export type PdfElement = { readonly type: string; readonly path: string; readonly text: string }

/** What a reader of a PDF gets to know: only as much of the format as pdfkit writes. */
export type ReadPdf = {
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly catalog: string
  /** Metadata in XML. */
  readonly xmp: string
  readonly pages: number
  /** What is read aloud, in order. */
  readonly elements: readonly PdfElement[]
  /** What is drawn on each page, decoration and all, in the order of drawing. */
  readonly drawn: readonly string[]
  /** Files inside by name. */
  readonly files: ReadonlyMap<string, Buffer>
}

/** Reads a PDF by its cross-reference table; throws when an object is not where that says. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes)
  const objects = readObjects(file)
  const dictOf = (id: number) => objects.get(id)?.dict ?? ''
  const text = file.toString('latin1')
  const catalog = dictOf(refOf(text.slice(text.lastIndexOf('trailer')), 'Root'))
  const pageIds = refsIn(/\/Kids \[([^\]]*)\]/.exec(dictOf(refOf(catalog, 'Pages')))?.[1] ?? '')
  const contents = pageIds.map((id) => readContent(objects, dictOf(id)))
  const said = new Map(pageIds.map((id, at) => [id, contents[at]?.marked ?? new Map<number, string>()]))
  return {
    objects,
    catalog,
    xmp: objects.get(refOf(catalog, 'Metadata'))?.stream?.toString('utf8') ?? '',
    pages: pageIds.length,
    elements: refsIn(kidsOf(dictOf(refOf(catalog, 'StructTreeRoot')))).flatMap((id) =>
      readElement(dictOf, said, id, ''),
    ),
    drawn: contents.map(({ drawn }) => drawn),
    files: readFiles(objects),
  }
}

function readObjects(file: Buffer): Map<number, PdfObject> {
  const text = file.toString('latin1')
  const start = Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(text)?.[1])
  const [, count = '0'] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? []
  const entries = text
    .slice(start)
    .split('\n')
    .slice(2, Number(count) + 2)
  const objects = new Map<number, PdfObject>()
  for (const [id, entry] of entries.entries()) {
    if (id === 0) continue
    const offset = Number(entry.slice(0, 10))
    const begin = `${id} 0 obj\n`
    if (!text.startsWith(begin, offset)) throw new Error(`object ${id} is not at ${offset}`)
    const body = offset + begin.length
    const end = text.indexOf('\nendobj', body)
    const stream = text.indexOf('\nstream\n', body)
    if (stream === -1 || stream > end) {
      objects.set(id, { dict: text.slice(body, end), stream: null })
      continue
    }
    const dict = text.slice(body, stream)
    const from = stream + '\nstream\n'.length
    const raw = file.subarray(from, from + Number(/\/Length (\d+)/.exec(dict)?.[1]))
    objects.set(id, {
      dict,
      stream: dict.includes('/FlateDecode') ? inflateSync(raw) : Buffer.from(raw),
    })
  }
  return objects
}

function refOf(dict: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dict)?.[1] ?? Number.NaN)
}

function refsIn(array: string): number[] {
  return [...array.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id))
}

function kidsOf(dict: string): string {
  return /\/K \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(dict)?.[1] ?? ''
}

/** The leaves below an element, each with the text of its marked content, on whatever pages that is. */
function readElement(
  dictOf: (id: number) => string,
  said: ReadonlyMap<number, ReadonlyMap<number, string>>,
  id: number,
  above: string,
): PdfElement[] {
  const dict = dictOf(id)
  const type = /\/S \/(\w+)/.exec(dict)?.[1] ?? ''
  const path = `${above}/${type}`
  const kids = kidsOf(dict)
  const page = refOf(dict.replace(kids, ''), 'Pg')
  const found: PdfElement[] = []
  const texts: string[] = []
  for (const [part, elsewhere, mcid, child] of kids.matchAll(
    /<<[^>]*\/Pg (\d+) 0 R[^>]*\/MCID (\d+)[^>]*>>|(\d+) 0 R|\d+/g,
  )) {
    if (child !== undefined) found.push(...readElement(dictOf, said, Number(child), path))
    else texts.push(said.get(Number(elsewhere ?? page))?.get(Number(mcid ?? part)) ?? '\u0000lost')
  }
  return texts.length > 0 ? [{ type, path, text: texts.join('') }, ...found] : found
}

/** The text of a page: by marked content, and all that is drawn. */
function readContent(objects: ReadonlyMap<number, PdfObject>, page: string) {
  const resources = objects.get(refOf(page, 'Resources'))?.dict ?? page
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [
      name,
      unicodeOf(objects, Number(id)),
    ]),
  )
  const stream = objects.get(refOf(page, 'Contents'))?.stream?.toString('latin1') ?? ''
  const marked = new Map<number, string>()
  const open: { mcid: number | null; actual: boolean }[] = []
  let [drawn, font, height] = ['', '', '']
  const say = (text: string) => {
    const mcid = open.findLast((each) => each.mcid !== null)?.mcid
    if (mcid !== undefined && mcid !== null) marked.set(mcid, (marked.get(mcid) ?? '') + text)
  }
  for (const match of stream.matchAll(tokens)) {
    const { marks, name, hexes, y } = match.groups ?? {}
    if (marks !== undefined) {
      const mcid = /\/MCID (\d+)/.exec(marks)?.[1]
      const actual = /\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)/.exec(marks)?.[1]
      open.push({ mcid: mcid === undefined ? null : Number(mcid), actual: actual !== undefined })
      if (mcid !== undefined) marked.set(Number(mcid), '')
      if (actual !== undefined) say(textOf(actual))
    } else if (match[0] === 'EMC') open.pop()
    else if (name !== undefined) font = name
    else if (y !== undefined && y !== height) {
      height = y
      drawn += '\n'
    } else if (hexes !== undefined) {
      const text = [...hexes.matchAll(/<([0-9a-f]*)>/g)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((code) => fonts.get(font)?.get(Number.parseInt(code, 16)) ?? '\u0000')
        .join('')
      drawn += text
      if (!open.some(({ actual }) => actual)) say(text)
    }
  }
  return { marked, drawn }
}

const tokens =
  /(?<marks>\/\w+ (?:<<(?:\((?:\\[\s\S]|[^\\)])*\)|[^>]|>(?!>))*>> BDC|BMC))|EMC|\/(?<name>F\d+) [\d.]+ Tf|\[(?<hexes>[^\]]*)\] TJ|1 0 0 1 [\d.-]+ (?<y>[\d.-]+) Tm/g

function unicodeOf(objects: ReadonlyMap<number, PdfObject>, font: number): Map<number, string> {
  const map = objects.get(refOf(objects.get(font)?.dict ?? '', 'ToUnicode'))?.stream?.toString('latin1') ?? ''
  const found = new Map<number, string>()
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const units = (hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))
      found.set(Number.parseInt(from, 16) + at, String.fromCharCode(...units))
    }
  }
  return found
}

/** A text string of the format: UTF-16 with its mark, or Latin. */
function textOf(literal: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const raw = Buffer.from(
    literal.replace(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign),
    'latin1',
  )
  return raw[0] === 0xfe && raw[1] === 0xff
    ? raw.subarray(2).swap16().toString('utf16le')
    : raw.toString('latin1')
}

function readFiles(objects: ReadonlyMap<number, PdfObject>): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const { dict } of objects.values()) {
    if (!dict.includes('/Type /Filespec')) continue
    const stream = objects.get(refOf(dict, 'F'))?.stream
    if (stream) files.set(textOf(/\/UF \(([^)]*)\)/.exec(dict)?.[1] ?? ''), stream)
  }
  return files
}
