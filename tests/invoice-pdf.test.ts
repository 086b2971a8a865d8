import fc from 'fast-check'
import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { InvoicePaper } from '#app/_invoice/invoice-paper.tsx'
import type { Locale } from '#lib/i18n/locale.ts'
import { pickMessages } from '#lib/i18n/messages.ts'
import { composeInvoice } from '#lib/invoice/compose.ts'
import type { Invoice } from '#lib/invoice/model.ts'
import { cleanText } from '#lib/pdf/clean-text.ts'
import { invoicePdf, type PdfOptions } from '#lib/pdf/invoice-pdf.ts'
import { fullInvoice, plainInvoice, plainInvoiceLine } from '#lib/ubl/sample-invoice.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'
import { invoiceOfLines } from '#tests/bench/invoices.ts'
import { draftCases } from '#tests/rules/arbitrary-draft.ts'
import { type ReadPdf, readPdf } from '#tests/setup/read-pdf.ts'

const sentAt = new Date('2026-11-20T09:30:00Z')
const files = [
  { fileName: 'tidrapport.pdf', description: 'Tidrapport november', size: 1_400_000 },
  { fileName: 'spec.csv', description: '', size: 120 },
]

const xmlOf = (invoice: Invoice) => toXmlBytes(writeInvoice(invoice))

function made(invoice: Invoice, options: Partial<PdfOptions> = {}): ReadPdf {
  return readPdf(invoicePdf(invoice, xmlOf(invoice), { locale: 'sv', sentAt, ...options }))
}

/** Letters alone: where a line ends is not what is said. */
const letters = (text: string) => text.replaceAll(/\s/g, '')
const said = (pdf: ReadPdf) => letters(pdf.elements.map(({ text }) => text).join('\n'))

/** The texts of the paper on screen, in its order, but for what only narrow paper shows. */
function paperTexts(invoice: Invoice, locale: Locale): readonly string[] {
  const paper = createElement(InvoicePaper, { invoice, files })
  const messages = pickMessages(locale, ['paper', 'units'])
  const props = { locale, messages, timeZone: 'Europe/Stockholm', children: paper }
  return renderToStaticMarkup(createElement(NextIntlClientProvider, props))
    .replace(/<caption.*?<\/caption>/, '')
    .split(/<[^>]*>/)
    .map((text) => letters(text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'")))
    .filter((text) => !['', '·', '×', ':'].includes(text))
}

describe('the PDF of an invoice', () => {
  test.each([
    ['invoice', 'sv'],
    ['invoice', 'en'],
    ['credit-note', 'sv'],
    ['credit-note', 'en'],
  ] as const)('says of an %s in %s what the paper on screen says, in the same order', (kind, locale) => {
    const invoice = fullInvoice(kind)
    const text = said(made(invoice, { locale, files }))
    const texts = paperTexts(invoice, locale)
    expect(texts.length).toBeGreaterThan(120)
    let from = 0
    for (const each of texts) {
      const at = text.indexOf(each.replace(/^·/, ''), from)
      expect(at, `${each} after ${text.slice(from - 30, from)}`).toBeGreaterThanOrEqual(from)
      from = at
    }
  })

  test('is the same bytes whenever it is made, and others for another invoice', () => {
    const [invoice, other] = [fullInvoice('invoice'), invoiceOfLines(40)]
    const bytes = () => invoicePdf(invoice, xmlOf(invoice), { locale: 'sv', sentAt, files })
    const first = bytes()
    invoicePdf(other, xmlOf(other), { locale: 'en', sentAt: new Date('2027-01-01T00:00:00Z') })
    expect(Buffer.compare(first, bytes())).toBe(0)
    expect(Buffer.compare(first, invoicePdf(other, xmlOf(other), { locale: 'sv', sentAt }))).not.toBe(0)
  })

  test('has the exact XML inside, as the source of the document', () => {
    const invoice = plainInvoice({ invoiceNumber: 'F 10/42' })
    const pdf = made(invoice)
    const inside = pdf.files.get('invoice-F-10-42.xml')
    expect(Buffer.compare(inside ?? Buffer.alloc(0), xmlOf(invoice))).toBe(0)
    const spec = [...pdf.objects].find(([, { dict }]) => dict.includes('/Filespec'))
    expect(spec?.[1].dict).toContain('/AFRelationship /Source')
    expect(pdf.catalog).toContain(`/AF [${spec?.[0]} 0 R]`)
    const stored = [...pdf.objects.values()].find(({ dict }) => dict.includes('/Type /EmbeddedFile'))
    expect(stored?.dict).toContain('/Subtype /application#2Fxml')
    expect(stored?.dict).toContain('/ModDate (D:20261120093000Z)')
  })

  test('claims PDF/A-3, and has what that asks for: colours, fonts and language are inside', () => {
    const pdf = made(fullInvoice('invoice'), { locale: 'en' })
    expect(pdf.xmp).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(pdf.xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf.catalog).toMatch(/\/Lang \(en\)[\s\S]*\/OutputIntents \[\d/)
    const dicts = [...pdf.objects.values()].map(({ dict }) => dict)
    const profile = [...pdf.objects.values()].find(
      ({ stream }) => stream?.toString('latin1', 36, 40) === 'acsp',
    )
    expect(profile?.stream?.toString('latin1', 16, 20)).toBe('RGB ')
    const fonts = dicts.filter((dict) => dict.includes('/Subtype /Type0'))
    expect(fonts.length).toBeGreaterThanOrEqual(2)
    for (const font of fonts) expect(font).toMatch(/\/ToUnicode \d+ 0 R/)
    expect(dicts.filter((dict) => dict.includes('/FontFile2'))).toHaveLength(fonts.length)
    expect(dicts.join('\n')).not.toMatch(/\/(?:Encrypt|JavaScript|JS|Launch|URI)\b/)
  })

  test('is tagged: a title, headings, a table whose heads say so, and every mark in its place', () => {
    const pdf = made(fullInvoice('invoice'))
    expect(pdf.catalog).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect([...pdf.objects.values()].some(({ dict }) => dict.includes('/Marked true'))).toBe(true)
    expect(pdf.xmp).toContain('<rdf:li xml:lang="x-default">Faktura 1042</rdf:li>')
    const of = (type: string) => pdf.elements.filter((each) => each.type === type).map(({ text }) => text)
    expect(of('H1')).toEqual(['Faktura 1042'])
    expect(of('H2')).toEqual(['Köpare', 'Levererat till', 'Betalning'])
    const heads = pdf.elements.filter(({ path }) => path.endsWith('/Table/THead/TR/TH'))
    expect(heads.map(({ text }) => text)).toEqual(['Benämning', 'Antal', 'À-pris', 'Moms', 'Summa'])
    const scopes = [...pdf.objects.values()].map(({ dict }) => /\/Scope \/(\w+)/.exec(dict)?.[1])
    expect(scopes.filter((scope) => scope === 'Column')).toHaveLength(5)
    expect(scopes.filter((scope) => scope === 'Row').length).toBeGreaterThan(8)
    expect(said(pdf)).not.toMatch(/lost/)
    // Lines that follow one another are not read as one word.
    expect(of('P')).toContain('Rådhustorget 1 Fack 12 Plan 2 111 11 Provköping, Norra delen')
    expect(of('TD')[0]).toMatch(
      /^Färg, matt vit Hink 10 liter Vattenburen Avser vecka 46, sal 12 och 14 Bruttopris/,
    )
    expect(of('TH')).toContain('Kundrabatt 5\u00a0% på 233,87 moms 25\u00a0%')
    expect(of('LBody')).toContain('30 dagar netto. Dröjsmålsränta enligt räntelagen.')
  })

  test('marks a credit note as one, and says what it credits', () => {
    const text = said(made(fullInvoice('credit-note')))
    expect(text).toContain('Kreditfaktura1042')
    expect(text).toContain('Krediterarfaktura1040av2026-10-20,faktura1041')
    expect(text).toContain('Attkreditera303,00EUR')
  })

  test('is one page for ten lines; five hundred go over many, each with the head and its number', () => {
    expect(made(invoiceOfLines(10)).pages).toBe(1)
    const pdf = made(invoiceOfLines(500))
    expect(pdf.pages).toBeGreaterThan(15)
    pdf.drawn.forEach((drawn, at) => {
      expect(letters(drawn)).toContain(`Sida${at + 1}av${pdf.pages}`)
      expect(letters(drawn)).toContain('BenämningAntalÀ-prisMomsSumma')
    })
    const rows = pdf.elements.filter(({ path }) => path.endsWith('/TBody/TR/TD'))
    expect(rows).toHaveLength(2500)
    expect(rows.filter((_, at) => at % 5 === 0).map(({ text }) => /(\d+) Artikelnr/.exec(text)?.[1])).toEqual(
      Array.from({ length: 500 }, (_, at) => String(at + 1)),
    )
    // Read once, however often it is drawn.
    expect(pdf.elements.filter(({ text }) => text === 'Benämning')).toHaveLength(1)
  })

  test('cuts what is too long for its place, and loses nothing of it', () => {
    const word = 'Wa'.repeat(900)
    const text = 'Lång beskrivning. '.repeat(900).trim()
    const invoice = plainInvoice({
      note: word,
      buyerReference: word,
      lines: [plainInvoiceLine({ itemName: word, itemDescription: text })],
    })
    const pdf = made(invoice)
    expect(pdf.pages).toBeGreaterThan(3)
    expect(said(pdf).split(letters(word))).toHaveLength(4)
    expect(said(pdf)).toContain(letters(text))
    const longest = Math.max(...pdf.drawn.flatMap((drawn) => drawn.split('\n')).map((line) => line.length))
    expect(longest).toBeLessThan(130)
  })

  test('shows Swedish, Finnish, Polish and Czech letters with glyphs of their own', () => {
    const text = 'Å Ä Ö å ä ö é ü € – − · Žižkov Łódź Öljytie Škoda ąćęłńóśźż ěščřžýáíé ő ű'
    const pdf = made(plainInvoice({ note: text }))
    expect(said(pdf)).toContain(letters(text))
    expect(letters(pdf.drawn.join(''))).toContain(letters(text))
  })

  test.each([
    ['markup', '<script>alert(1)</script> & "x" \'y\'', '<script>alert(1)</script>&"x"\'y\''],
    ['the signs of the format', '(a) \\ ) endobj >> << /JS (x) % [ ] {}', '(a)\\)endobj>><</JS(x)%[]{}'],
    ['letters without a glyph', 'Αθήνα 漢字 😀 👨‍👩‍👧 Москва', 'Αθήνα漢字😀👨👩👧Москва'],
    ['signs that turn the direction', 'a\u202Efdp.exe\u2066 och mer', 'afdp.exeochmer'],
    ['controls and halves of letters', 'a\u0000b\u0007c\ud800d\u0085e\ufeff', 'abc\ufffdde'],
    ['accents apart', 'Malmo\u0308 a\u030a e\u0301 x\u030c', 'Malmöåéx\u030c'],
    ['ligatures and wide letters', 'ﬁnal ＡＢＣ ①', 'ﬁnalＡＢＣ①'],
  ])('%s come out as text, everywhere', (_what, text, meant) => {
    const invoice = plainInvoice({
      invoiceNumber: `9 ${text}`,
      note: text,
      buyerReference: text,
      lines: [plainInvoiceLine({ itemName: text, attributes: [{ name: text, value: text }] })],
      seller: { ...plainInvoice().seller, name: text },
    })
    const listed = [{ fileName: text, description: text, size: 1 }]
    const xml = Buffer.from('<Invoice/>')
    const pdf = readPdf(invoicePdf(invoice, xml, { locale: 'sv', sentAt, files: listed }))
    expect(said(pdf).split(meant)).toHaveLength(11)
    // No glyph is missing: each that is drawn has its letter.
    expect(pdf.drawn.join('')).not.toContain('\u0000')
    expect(() => new SaxesParser().write(pdf.xmp).close()).not.toThrow()
    expect([...pdf.files.values()]).toEqual([xml])
  })

  test('is made of whatever the form lets through, and bears every line of it', () => {
    let made = 0
    fc.assert(
      fc.property(draftCases, fc.constantFrom<Locale>('sv', 'en'), ({ input }, locale) => {
        const composed = composeInvoice(input)
        if (!composed.ok) return
        made += 1
        const pdf = readPdf(invoicePdf(composed.value, xmlOf(composed.value), { locale, sentAt }))
        const text = said(pdf)
        for (const { itemName } of composed.value.lines) expect(text).toContain(letters(cleanText(itemName)))
        expect(text).not.toContain('\u0000')
        expect(pdf.drawn.join('')).not.toContain('\u0000')
      }),
      { numRuns: 150 },
    )
    expect(made).toBeGreaterThan(30)
  }, 60_000)
})
