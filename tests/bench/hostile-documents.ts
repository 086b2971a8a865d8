import type { XmlProblem } from '#lib/ubl/read-xml.ts'

/** A document that somebody might send to do harm, or by mistake, and what reading it must say. */
export type HostileDocument = {
  readonly kind: string
  /** Null = it is read: odd, but a document. */
  readonly code: XmlProblem | null
  readonly make: () => Uint8Array
}

const namespace = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
const aggregates = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
const basics = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const open = (given = '') =>
  `<Invoice xmlns="${namespace}" xmlns:cac="${aggregates}" xmlns:cbc="${basics}"${given}>`

const utf8 = (text: string) => new TextEncoder().encode(text)
const invoice = (body: string, attributes = '') => utf8(`${declaration}${open(attributes)}${body}</Invoice>`)
const times = (count: number, text: string | ((index: number) => string)) =>
  typeof text === 'string'
    ? text.repeat(count)
    : Array.from({ length: count }, (_, index) => text(index)).join('')
const withDoctype = (doctype: string, body = '&x;') =>
  utf8(`${declaration}${doctype}${open()}<cbc:Note>${body}</cbc:Note></Invoice>`)

/** Each character as two bytes, after a byte order mark where one is wanted. */
function utf16(text: string, order: 'little' | 'big', mark: string): Uint8Array {
  const buffer = Buffer.from(`${mark}${text}`, 'utf16le')
  return new Uint8Array(order === 'little' ? buffer : buffer.swap16())
}

/** Each character as one byte. */
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** A note with bytes of its own in the middle. */
function invoiceAround(bytes: readonly number[]): Uint8Array {
  const text = new TextDecoder().decode(invoice('<cbc:Note>|</cbc:Note>'))
  const [before = '', after = ''] = text.split('|')
  return new Uint8Array([...utf8(before), ...bytes, ...utf8(after)])
}

const laughs = times(9, (index) => `<!ENTITY l${index + 1} "${times(10, `&l${index};`)}">`)
const million = 1_000_000

const entities: readonly HostileDocument[] = [
  {
    kind: 'entities of entities (billion laughs)',
    code: 'doctype',
    make: () => withDoctype(`<!DOCTYPE Invoice [<!ENTITY l0 "lol">${laughs}]>`, '&l9;'),
  },
  {
    kind: 'one great entity named 100,000 times',
    code: 'doctype',
    make: () =>
      withDoctype(`<!DOCTYPE Invoice [<!ENTITY x "${times(100_000, 'a')}">]>`, times(100_000, '&x;')),
  },
  {
    kind: 'an entity out of a file',
    code: 'doctype',
    make: () => withDoctype('<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  },
  {
    kind: 'an entity out of the network',
    code: 'doctype',
    make: () => withDoctype('<!DOCTYPE Invoice [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>'),
  },
  {
    kind: 'parameter entities that send a file away',
    code: 'doctype',
    make: () =>
      withDoctype(
        '<!DOCTYPE Invoice [<!ENTITY % f SYSTEM "file:///etc/passwd"><!ENTITY % d SYSTEM "http://127.0.0.1:9/d">%d;]>',
      ),
  },
  {
    kind: 'a DTD out of the network',
    code: 'doctype',
    make: () => withDoctype('<!DOCTYPE Invoice SYSTEM "http://127.0.0.1:9/x.dtd">', 'x'),
  },
  {
    kind: 'a DOCTYPE that says nothing',
    code: 'doctype',
    make: () => withDoctype('<!DOCTYPE Invoice>', 'x'),
  },
  {
    kind: 'a DTD of 15 MB',
    code: 'doctype',
    make: () => withDoctype(`<!DOCTYPE Invoice [${times(500_000, '<!ELEMENT a (b, c, d, e, f)>')}]>`, 'x'),
  },
  {
    kind: 'a DOCTYPE that never ends',
    code: 'doctype',
    make: () => utf8(`${declaration}<!DOCTYPE Invoice [${times(15 * million, ' ')}`),
  },
  {
    kind: 'a DOCTYPE after half a megabyte of comment',
    code: 'doctype',
    make: () => utf8(`${declaration}<!--${times(million / 2, 'x')}--><!DOCTYPE Invoice>${open()}</Invoice>`),
  },
  {
    kind: 'an entity nobody declared',
    code: 'not-well-formed',
    make: () => invoice('<cbc:Note>&nbsp;</cbc:Note>'),
  },
  { kind: 'a reference to NUL', code: 'not-well-formed', make: () => invoice('<cbc:Note>&#0;</cbc:Note>') },
  {
    kind: 'a reference to a surrogate',
    code: 'not-well-formed',
    make: () => invoice('<cbc:Note>&#xD800;</cbc:Note>'),
  },
  {
    kind: 'a reference beyond Unicode',
    code: 'not-well-formed',
    make: () => invoice('<cbc:Note>&#x110000;</cbc:Note>'),
  },
  {
    kind: 'a reference of a million digits',
    code: 'not-well-formed',
    make: () => invoice(`<cbc:Note>&#${times(million, '9')};</cbc:Note>`),
  },
  {
    kind: 'a reference that never ends',
    code: 'not-well-formed',
    make: () => invoice(`<cbc:Note>&${times(14 * million, 'a')}</cbc:Note>`),
  },
  { kind: '20 MB of &', code: 'not-well-formed', make: () => utf8(times(20 * million, '&')) },
  {
    kind: '3 million references',
    code: 'too-many-references',
    make: () => invoice(`<cbc:Note>${times(3 * million, '&lt;')}</cbc:Note>`),
  },
]

const sizes: readonly HostileDocument[] = [
  {
    kind: '200,000 levels',
    code: 'too-deep',
    make: () => invoice(`${times(200_000, '<cac:Item>')}${times(200_000, '</cac:Item>')}`),
  },
  {
    kind: '2 million levels that never close',
    code: 'too-deep',
    make: () => invoice(times(2 * million, '<a>')),
  },
  {
    kind: '500,000 elements',
    code: 'too-many-elements',
    make: () => invoice(times(500_000, '<cbc:Note>a</cbc:Note>')),
  },
  {
    kind: '4 million empty elements',
    code: 'too-many-elements',
    make: () => invoice(times(4 * million, '<a/>')),
  },
  {
    kind: '100,000 attributes in one element',
    code: 'too-many-attributes',
    make: () => invoice(`<cbc:Note${times(100_000, (index) => ` a${index}=""`)}>x</cbc:Note>`),
  },
  {
    kind: '100,000 attributes in the root',
    code: 'too-many-attributes',
    make: () =>
      invoice(
        '',
        times(100_000, (index) => ` a${index}=""`),
      ),
  },
  {
    kind: '60 attributes in each of 30,000 elements',
    code: 'too-many-attributes',
    make: () => invoice(times(30_000, `<a${times(60, (index) => ` a${index}="b"`)}/>`)),
  },
  {
    kind: 'an attribute of 15 MB',
    code: 'text-too-long',
    make: () => invoice(`<cbc:Note a="${times(15 * million, 'x')}">x</cbc:Note>`),
  },
  {
    kind: 'an attribute of 15 MB of >',
    code: 'text-too-long',
    make: () => invoice(`<cbc:Note a="${times(15 * million, '>')}">x</cbc:Note>`),
  },
  { kind: 'a name of 15 MB', code: 'text-too-long', make: () => invoice(`<${times(15 * million, 'a')}/>`) },
  {
    kind: '15 MB of white space in a tag',
    code: 'text-too-long',
    make: () => invoice(`<cbc:Note${times(15 * million, ' ')}/>`),
  },
  {
    kind: 'a text of 19 MB',
    code: 'text-too-long',
    make: () => invoice(`<cbc:Note>${times(19 * million, 'a')}</cbc:Note>`),
  },
  {
    kind: 'a text of 19 MB in pieces',
    code: 'text-too-long',
    make: () => invoice(`<cbc:Note>${times(19, `${times(million, 'a')}<!---->`)}</cbc:Note>`),
  },
  {
    kind: '19 MB of white space after the root',
    code: 'text-too-long',
    make: () => utf8(`${open()}</Invoice>${times(19 * million, ' ')}`),
  },
  { kind: '19 MB of white space', code: 'text-too-long', make: () => invoice(times(19 * million, ' ')) },
  {
    kind: 'a CDATA section of 19 MB',
    code: 'text-too-long',
    make: () => invoice(`<cbc:Note><![CDATA[${times(19 * million, '<')}]]></cbc:Note>`),
  },
  {
    kind: '1.5 million CDATA sections',
    code: 'too-many-elements',
    make: () => invoice(`<cbc:Note>${times(1.5 * million, '<![CDATA[]]>')}</cbc:Note>`),
  },
  {
    kind: '120,000 comments among 200,000 tags',
    code: 'too-many-elements',
    make: () => invoice(`${times(100_000, '<a></a>')}${times(120_000, '<!---->')}`),
  },
  {
    kind: '2 million comments',
    code: 'text-too-long',
    make: () => invoice(times(2 * million, '<!---->')),
  },
  {
    kind: '3 million instructions',
    code: 'text-too-long',
    make: () => invoice(times(3 * million, '<?a?>')),
  },
  {
    kind: 'a comment of 19 MB',
    code: 'text-too-long',
    make: () => invoice(`<!--${times(19 * million, 'x')}-->`),
  },
  {
    kind: 'an instruction of 19 MB',
    code: 'text-too-long',
    make: () => invoice(`<?a ${times(19 * million, 'x')}?>`),
  },
  { kind: '20 MB of <', code: 'not-well-formed', make: () => utf8(times(20 * million, '<')) },
  {
    kind: '19 MB of < in a document',
    code: 'not-well-formed',
    make: () => invoice(times(19 * million, '<')),
  },
  { kind: '20 MB of ]', code: 'not-well-formed', make: () => utf8(times(20 * million, ']')) },
  {
    kind: '19 MB of ]]> in a document',
    code: 'not-well-formed',
    make: () => invoice(times(6 * million, ']]>')),
  },
  { kind: '20 MB of nothing but NUL', code: 'encoding', make: () => new Uint8Array(20 * million) },
  { kind: '20 MB of white space', code: 'empty', make: () => utf8(times(20 * million, ' ')) },
  { kind: '21 MB', code: 'too-large', make: () => invoice(times(21 * million, ' ')) },
]

const names: readonly HostileDocument[] = [
  { kind: 'a prefix nobody declared', code: 'not-well-formed', make: () => invoice('<x:Note>a</x:Note>') },
  { kind: 'a prefix bound to nothing', code: 'not-well-formed', make: () => invoice('<x:a xmlns:x=""/>') },
  {
    kind: 'xml bound to something else',
    code: 'not-well-formed',
    make: () => invoice('<a xmlns:xml="urn:x"/>'),
  },
  { kind: 'xmlns bound', code: 'not-well-formed', make: () => invoice('<a xmlns:xmlns="urn:x"/>') },
  {
    kind: 'the same attribute twice',
    code: 'not-well-formed',
    make: () => invoice('<cbc:ID schemeID="1" schemeID="2">a</cbc:ID>'),
  },
  {
    kind: 'the same attribute twice by two prefixes',
    code: 'not-well-formed',
    make: () => invoice('<a xmlns:x="urn:x" xmlns:y="urn:x" x:b="1" y:b="2"/>'),
  },
  {
    kind: 'a root of another namespace',
    code: 'not-ubl',
    make: () => utf8(`<Invoice xmlns="urn:x"><cbc:ID xmlns:cbc="${basics}">1</cbc:ID></Invoice>`),
  },
  { kind: 'a root of no namespace', code: 'not-ubl', make: () => utf8('<Invoice/>') },
  {
    kind: 'a CreditNote of the namespace of Invoice',
    code: 'not-ubl',
    make: () => utf8(`<CreditNote xmlns="${namespace}"/>`),
  },
  { kind: 'a web page', code: 'not-ubl', make: () => utf8('<html><body><p>Hej</p></body></html>') },
  {
    kind: 'another UBL document',
    code: 'not-ubl',
    make: () => utf8('<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'),
  },
  {
    kind: '19 MB of something else',
    code: 'not-ubl',
    make: () => utf8(`<html>${times(19 * million, 'a')}</html>`),
  },
  {
    kind: 'names that objects have of their own',
    code: null,
    make: () => invoice('<__proto__ constructor="1" __proto__="2"/><constructor/><toString>a</toString>'),
  },
  {
    kind: 'an instruction to fetch a style sheet, and an inclusion',
    code: null,
    make: () =>
      utf8(
        `<?xml-stylesheet href="http://127.0.0.1:9/x"?>${open()}<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></Invoice>`,
      ),
  },
]

const endings: readonly HostileDocument[] = [
  ['a root that never closes', `${open()}<cbc:Note>a</cbc:Note>`],
  ['an element that never closes', `${open()}<cbc:Note>a</Invoice>`],
  ['a tag that never closes', `${open()}<cbc:Note a="b"`],
  ['an attribute that never closes', `${open()}<cbc:Note a="b>x</cbc:Note></Invoice>`],
  ['a comment that never closes', `${open()}<!-- </Invoice>`],
  ['a CDATA section that never closes', `${open()}<cbc:Note><![CDATA[ </cbc:Note></Invoice>`],
  ['an instruction that never closes', `${open()}<?a </Invoice>`],
  ['18 MB of a comment that never closes', `${open()}<!--${times(9 * million, ' -')}`],
  ['elements that cross', `${open()}<a><b></a></b></Invoice>`],
  ['a second root', `${open()}</Invoice>${open()}</Invoice>`],
  ['text after the root', `${open()}</Invoice>x`],
  ['100,000 characters after the root', `${open()}</Invoice>${times(100_000, 'x')}`],
  ['100,000 characters after the root, and a comment', `${open()}</Invoice>${times(100_000, 'x')}<!-- -->`],
  ['text before the root', `x${open()}</Invoice>`],
  ['two hyphens in a comment', `${open()}<!-- a -- b --></Invoice>`],
  ['a declaration that comes late', ` ${declaration}${open()}</Invoice>`],
  ['another version of XML', `<?xml version="2.0"?>${open()}</Invoice>`],
  ['an attribute without quotes', `${open()}<a b=c/></Invoice>`],
  ['an attribute without a value', `${open()}<a b/></Invoice>`],
  ['an entity declared in the content', `${open()}<!ENTITY x "y"></Invoice>`],
  ['plain text', 'Hej! Här kommer fakturan.'],
  ['JSON', '{"invoice": {"id": "1042"}}'],
  ['a PDF', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
].map(([kind = '', text = '']) => ({ kind, code: 'not-well-formed' as const, make: () => utf8(text) }))

const plain = `${declaration}${open()}<cbc:Note>Målning</cbc:Note></Invoice>`

const encodings: readonly HostileDocument[] = [
  { kind: 'UTF-16, little end first', code: 'encoding', make: () => utf16(plain, 'little', '\ufeff') },
  { kind: 'UTF-16, big end first', code: 'encoding', make: () => utf16(plain, 'big', '\ufeff') },
  { kind: 'UTF-16 without its mark', code: 'encoding', make: () => utf16(plain, 'little', '') },
  {
    kind: 'UTF-16 with the big end first and without its mark',
    code: 'encoding',
    make: () => utf16(plain, 'big', ''),
  },
  {
    kind: '20 MB of UTF-16',
    code: 'encoding',
    make: () => utf16(times(9 * million, 'a'), 'little', '\ufeff'),
  },
  {
    kind: 'Latin-1 that says so',
    code: 'encoding',
    make: () => latin1(plain.replace('UTF-8', 'ISO-8859-1')),
  },
  { kind: 'Latin-1 that says UTF-8', code: 'encoding', make: () => latin1(plain) },
  {
    kind: 'another encoding in name only',
    code: 'encoding',
    make: () => utf8(plain.replace('UTF-8', 'windows-1252')),
  },
  { kind: 'UTF-7', code: 'encoding', make: () => utf8(plain.replace('UTF-8', 'UTF-7')) },
  { kind: 'a byte that is never UTF-8', code: 'encoding', make: () => invoiceAround([0xff]) },
  { kind: 'an overlong <', code: 'encoding', make: () => invoiceAround([0xc0, 0xbc]) },
  { kind: 'an overlong NUL', code: 'encoding', make: () => invoiceAround([0xc0, 0x80]) },
  { kind: 'a surrogate in UTF-8', code: 'encoding', make: () => invoiceAround([0xed, 0xa0, 0x80]) },
  { kind: 'a character cut short', code: 'encoding', make: () => invoiceAround([0xe2, 0x82]) },
  {
    kind: 'a character beyond Unicode',
    code: 'encoding',
    make: () => invoiceAround([0xf5, 0x80, 0x80, 0x80]),
  },
  { kind: 'a NUL in a text', code: 'not-well-formed', make: () => invoiceAround([0]) },
  { kind: 'a control character', code: 'not-well-formed', make: () => invoiceAround([7]) },
  { kind: 'a noncharacter', code: 'not-well-formed', make: () => invoiceAround([0xef, 0xbf, 0xbf]) },
  {
    kind: 'a zip file',
    code: 'encoding',
    make: () => new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 8, 8, 0xff, 0xfe]),
  },
  { kind: 'nothing', code: 'empty', make: () => new Uint8Array() },
  { kind: 'nothing but a byte order mark', code: 'empty', make: () => new Uint8Array([0xef, 0xbb, 0xbf]) },
  { kind: 'a byte order mark in front', code: null, make: () => utf8(`\ufeff${plain}`) },
]

/** As great as the limits let a document be: each must be read, in good time. */
export const greatestDocuments: readonly HostileDocument[] = [
  {
    kind: 'a file of 10 MB',
    code: null,
    make: () =>
      invoice(
        `<cbc:EmbeddedDocumentBinaryObject>${times(13_300_000, 'Q')}</cbc:EmbeddedDocumentBinaryObject>`,
      ),
  },
  {
    kind: '110,000 elements',
    code: null,
    make: () =>
      invoice(
        times(
          10_000,
          `<cac:InvoiceLine>${times(10, '<cbc:ID schemeID="a">text</cbc:ID>')}</cac:InvoiceLine>`,
        ),
      ),
  },
  {
    kind: '60 namespaces on each of 64 levels',
    code: null,
    make: () => {
      const levels = Array.from(
        { length: 62 },
        (_, at) => `<a${times(60, (index) => ` xmlns:n${at}-${index}="urn:${index}"`)}>`,
      )
      return invoice(`${levels.join('')}${times(100_000, '<cbc:ID/>')}${times(62, '</a>')}`)
    },
  },
  {
    kind: 'a namespace of its own for each of 100,000 elements',
    code: null,
    make: () => invoice(times(100_000, (index) => `<a xmlns="urn:${index}"/>`)),
  },
  {
    kind: 'as much of everything as there may be',
    code: null,
    make: () =>
      invoice(
        `${times(95_000, '<a b="c" d="&amp;">&lt;</a>')}<cbc:Note>${times(5 * million, 'å]')}</cbc:Note>`,
      ),
  },
]

/** Documents that do harm or are wrong, each with what reading it must say. */
export const hostileDocuments: readonly HostileDocument[] = [
  ...entities,
  ...sizes,
  ...names,
  ...endings,
  ...encodings,
]
