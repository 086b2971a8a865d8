import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { locales } from '#lib/i18n/locale.ts'
import { en } from '#lib/i18n/rules/en.ts'
import { ruleMessage } from '#lib/i18n/rules/rule-message.ts'
import { sv } from '#lib/i18n/rules/sv.ts'
import { ruleFields } from '#lib/rules/rule-fields.ts'
import { conformanceDir } from '#tests/setup/ubl-schema.ts'

type Listed = {
  readonly id: string
  readonly reach: string
  readonly description: string
  readonly fieldHint?: readonly string[]
}

// Throws when the folder is missing: without the official words there is nothing to compare with.
const catalogue: {
  readonly rules: readonly Listed[]
  readonly next: { readonly added: readonly { readonly id: string }[] }
} = JSON.parse(readFileSync(join(conformanceDir, 'rules.json'), 'utf8'))

const ours = catalogue.rules.filter(({ reach }) => reach === 'form' || reach === 'builder')
const others = catalogue.rules.filter((rule) => !ours.includes(rule))
const messages = {
  sv: new Map<string, string>(Object.entries(sv)),
  en: new Map<string, string>(Object.entries(en)),
}

/** The messages of rules of a reach, as `id: message`. */
const said = (locale: 'sv' | 'en', reach: string) =>
  ours.filter((rule) => rule.reach === reach).map(({ id }) => `${id}: ${messages[locale].get(id)}`)

const except = (list: readonly string[], shape: RegExp) =>
  list.filter((line) => !shape.test(line.slice(line.indexOf(': ') + 2)))

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Every run of six words in a text. */
const runsOf = (text: string) =>
  wordsOf(text)
    .map((_, at, words) => words.slice(at, at + 6).join(' '))
    .slice(0, -5)

/** Whether a text is another in all but letters' size and points, or takes six words in a row from it. */
function takesFrom(text: string, other: string): boolean {
  const theirs = new Set(runsOf(other))
  return wordsOf(text).join() === wordsOf(other).join() || runsOf(text).some((run) => theirs.has(run))
}

test('every rule that an invoice of ours can break has a message in both languages, and no other rule has', () => {
  const ids = ours.map(({ id }) => id).sort()
  expect(ids).toHaveLength(266)
  for (const locale of locales) expect([...messages[locale].keys()].sort()).toEqual(ids)
})

test('every one of them names who can break it and the fields it is about', () => {
  const told = [...ruleFields].map(([id, { reach, fields }]) => ({ id, reach, fields }))
  const listed = ours.map(({ id, reach, fieldHint = [] }) => ({ id, reach, fields: fieldHint }))
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  expect(told.sort(byId)).toEqual(listed.sort(byId))
})

test('words taken from another text are found', () => {
  expect(takesFrom('Enter: a number.', 'enter a NUMBER')).toBe(true)
  expect(takesFrom('Say what the charge on the line is for', 'What the charge, on the line')).toBe(true)
  expect(takesFrom('Say what the charge on the line is for', 'what the charge on a line')).toBe(false)
})

test('no message takes its words from the official one', () => {
  const taken = ours.filter(({ id, description }) =>
    locales.some((locale) => takesFrom(messages[locale].get(id) ?? '', description)),
  )
  expect(taken.map(({ id }) => id)).toEqual([])
})

test('no message is the same in both languages', () => {
  expect(ours.filter(({ id }) => messages.sv.get(id) === messages.en.get(id))).toEqual([])
})

describe.each(locales)('the messages in %s', (locale) => {
  const all = [...said(locale, 'form'), ...said(locale, 'builder')]

  test('are one or two short sentences, the last of two with its full stop', () => {
    expect(except(all, /^.{1,160}$/u)).toEqual([])
    expect(except(all, /^\p{Lu}.*[^.]$|^\p{Lu}.*[^.!?:]\. \p{Lu}.*[^.]\.$/u)).toEqual([])
    const sentences = all.map((line) => line.split(/(?<!excl|incl|exkl|inkl)\. (?=\p{Lu})/u).length)
    expect(Math.max(...sentences)).toBe(2)
  })

  test('speak as the product does, and not as the standard', () => {
    const forbidden = {
      sv: /!|vänligen|ogiltig|\bni\b|\bska(ll)? vara\b|\bmåste\b|\bfelaktig/iu,
      en: /!|\bplease\b|\binvalid\b|\bshall\b|\bmust\b|\bincorrect\b|'/iu,
    }[locale]
    const technical =
      /\bB[TG]-\d|\bBIS\b|\bUBL\b|VATEX|XPath|c[ab]c:|schemeID|\bXML\b|(?<!-)\b0\d{3}\b|["“”{}<>]|\s\s/u
    expect(
      all.filter((line) => forbidden.test(line) || technical.test(line.slice(line.indexOf(': ')))),
    ).toEqual([])
  })

  test('begin with what to do where the person can do it', () => {
    const verbs = {
      sv: /^(Ange|Använd|Börja|Fyll i|Håll|Kontrollera|Korta|Lägg|Skriv|Spara|Ta bort|Välj|Ändra) /u,
      en: /^(Add|Begin|Change|Check|Choose|Enter|Fill in|Keep|Put|Remove|Save|Say|Shorten|Use|Write) /u,
    }[locale]
    expect(except(said(locale, 'form'), verbs)).toEqual([])
  })

  test('say what is wrong, that it is ours, and where help is, where only we can have caused it', () => {
    const shape = {
      sv: /^.+\. (Det är ett fel hos oss|Det är vi som|Vi har|Felet är vårt).*supporten\.$/u,
      en: /^.+\. (The fault is ours|We ).*support\.$/u,
    }[locale]
    expect(except(said(locale, 'builder'), shape)).toEqual([])
  })

  test('tell such faults apart', () => {
    const builder = ours.filter(({ reach }) => reach === 'builder').map(({ id }) => messages[locale].get(id))
    // Three pairs of rules say the same thing of the same element.
    expect(new Set(builder).size).toBe(143 - 3)
  })
})

test('the Swedish messages weigh little: the browser loads them', () => {
  const source = readFileSync(fileURLToPath(new URL('../../lib/i18n/rules/sv.ts', import.meta.url)), 'utf8')
  const bare = source.replace(/^\s*(\/\/|\/?\*).*$/gm, '').replace(/\n\s*/g, '\n')
  expect(Buffer.byteLength(bare)).toBeLessThan(20_000)
})

describe('a rule of other invoices', () => {
  const sentenceOf = (id: string, path?: string) =>
    locales.map((locale) => ruleMessage(locale, path === undefined ? { id } : { id, path }))

  test('has a sentence with its id in both languages, with or without a place', () => {
    const ids = [...others, ...catalogue.next.added].map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(1_000)
    for (const id of ids) {
      for (const [svText = '', enText = ''] of [sentenceOf(id), sentenceOf(id, '/Invoice/cac:Delivery')]) {
        expect(svText).toMatch(/^\p{Lu}.* \([-A-Z0-9]+\)\.$/u)
        expect(svText).toContain(`(${id})`)
        expect(enText).toContain(`(${id})`)
        expect(svText).not.toBe(enText)
      }
    }
  })

  test('has the sentence of all rules only where no family is known', () => {
    const [svUnknown, enUnknown] = sentenceOf('X').map((text) => text.replace(' (X).', ''))
    const general = others.filter(({ id }) => {
      const [svText, enText] = sentenceOf(id)
      return svText?.startsWith(svUnknown ?? '') || enText?.startsWith(enUnknown ?? '')
    })
    // These four can never be broken.
    expect(general.map(({ id }) => id).sort()).toEqual(['BR-CO-05', 'BR-CO-06', 'BR-CO-07', 'BR-CO-08'])
  })

  test('speaks of an attribute exactly where the rule is about one', () => {
    const unused = others.filter(({ id }) => /^UBL-(CR|DT)-/.test(id))
    const speaks = unused.filter(({ id }) => sentenceOf(id)[0]?.includes('attribut')).map(({ id }) => id)
    const isAttribute = /\battribute|\b(scheme|list|unitCodeList) ?(ID|identifier)\b|version id|Agency ID/i
    const about = unused.filter(({ description }) => isAttribute.test(description)).map(({ id }) => id)
    expect(speaks).toEqual(about)
  })
})
