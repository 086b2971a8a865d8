import type { Locale } from '../locale.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** A broken rule as its message needs it. */
export type BrokenRule = {
  /** As published: `BR-02`, `UBL-CR-001`. */
  readonly id: string
  /** The name of the element it is about: `cbc:UUID`. Without one, or with the root, the message names none. */
  readonly element?: string
  /** Where that element stands, said instead of its bare name: `/Invoice/cac:Delivery/cbc:ID`. */
  readonly path?: string
}

/** A sentence in both languages about a place in the document; `place` is empty when there is none to name. */
type Sentence = Readonly<Record<Locale, (place: string) => string>>

const written: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { sv, en }

/**
 * What to say of a broken rule: its written message, or a sentence for its family with the id in it. Never fails:
 * a rule that nobody has heard of gets a sentence too.
 */
export function ruleMessage(locale: Locale, rule: BrokenRule): string {
  const message = Object.hasOwn(written[locale], rule.id) ? written[locale][rule.id] : undefined
  return message ?? `${sentenceOf(rule.id)[locale](placeOf(rule))} (${rule.id}).`
}

/** The document as a whole is no place: most rules of a family are judged on its root. */
function placeOf({ element = '', path = element }: BrokenRule): string {
  return /^\/?(\w+:)?(Invoice|CreditNote)(\[\d+\])?$/.test(path.trim()) ? '' : path.trim()
}

function sentenceOf(id: string): Sentence {
  return families.find(([ids]) => ids.test(id))?.[1] ?? national(id) ?? unknown
}

/** The same words wherever it is. */
function always(svText: string, enText: string): Sentence {
  return { sv: () => svText, en: () => enText }
}

const extraAttribute: Sentence = {
  sv: (place) =>
    `${place ? `Elementet ${place}` : 'Filen'} har ett attribut som inte används i en Peppol-faktura`,
  en: (place) =>
    `${place ? `The element ${place}` : 'The file'} has an attribute that a Peppol invoice does not use`,
}

const families: readonly (readonly [ids: RegExp, sentence: Sentence])[] = [
  [
    /^UBL-CR-6(66|73)$/,
    always(
      'Ett faktureringsobjekt har en bilaga eller en beskrivning, som ska stå för sig',
      'An invoiced object has an attachment or a description, which should stand by itself',
    ),
  ],
  [/^UBL-CR-6(4[89]|5\d|6[0-3578]|7[24-9])$|^UBL-DT-(0[89]|[12]\d)$/, extraAttribute],
  [
    /^UBL-CR-\d+$/,
    {
      sv: (place) =>
        place
          ? `Elementet ${place} används inte i en Peppol-faktura`
          : 'Filen har ett element som inte används i en Peppol-faktura',
      en: (place) =>
        place
          ? `The element ${place} is not used in a Peppol invoice`
          : 'The file has an element that a Peppol invoice does not use',
    },
  ],
  [
    /^UBL-SR-(19|20|21)$/,
    always(
      'Betalningsmottagaren är densamma som säljaren, eller har en uppgift mer än en gång',
      'The payee is the same as the seller, or has a detail more than once',
    ),
  ],
  [
    /^UBL-SR-([0-4]\d|5[0-6])$/,
    {
      sv: (place) => `En uppgift${place && ` i ${place}`} står flera gånger, men får stå högst en gång`,
      en: (place) => `A detail${place && ` in ${place}`} appears several times, but may appear only once`,
    },
  ],
  [
    /^PEPPOL-EN16931-R(1[4-9]\d|2\d\d)$/,
    {
      sv: (place) =>
        `En uppgift${place && ` i ${place}`} ska stå precis en gång, men saknas eller står flera gånger`,
      en: (place) =>
        `A detail${place && ` in ${place}`} should appear exactly once, but is missing or appears several times`,
    },
  ],
  [
    /^(BR|PEPPOL-EN16931)-CL-?\d+$/,
    {
      sv: (place) => `En kod${place && ` i ${place}`} finns inte i listan som den ska väljas ur`,
      en: (place) => `A code${place && ` in ${place}`} is not in the list it should be chosen from`,
    },
  ],
  [
    /^BR-AF-\d+$/,
    always(
      'Kanarieöarnas skatt IGIC är inte rätt angiven i fakturan',
      'IGIC, the tax of the Canary Islands, is not stated correctly in the invoice',
    ),
  ],
  [
    /^BR-AG-\d+$/,
    always(
      'Skatten IPSI i Ceuta och Melilla är inte rätt angiven i fakturan',
      'IPSI, the tax of Ceuta and Melilla, is not stated correctly in the invoice',
    ),
  ],
  [
    /^BR-B-\d+$/,
    always(
      'Italiens delade momsbetalning används bara inom Italien, och inte ihop med vanlig moms',
      'The Italian split payment of VAT is used within Italy only, and not together with ordinary VAT',
    ),
  ],
  [
    /^BR-17$/,
    always(
      'Betalningsmottagarens namn saknas, eller är detsamma som säljarens',
      'The name of the payee is missing, or is the same as the seller’s',
    ),
  ],
  [
    /^BR-(18|19|20|56)$/,
    always(
      'Uppgifterna om säljarens skatteombud är inte hela',
      'The details of the seller’s tax representative are not complete',
    ),
  ],
  [
    /^BR-54$/,
    always(
      'En egenskap på en rad saknar namn eller värde',
      'A property on a line lacks its name or its value',
    ),
  ],
  [
    /^BR-CO-03$/,
    always(
      'Dagen för momsen är angiven på två sätt, men får bara anges på ett',
      'The day of the VAT is stated in two ways, but may be stated in one only',
    ),
  ],
  [
    /^PEPPOL-EN16931-R061$/,
    always('Autogirot saknar medgivandets nummer', 'The direct debit lacks the number of its mandate'),
  ],
  [
    /^PEPPOL-EN16931-R080$/,
    always(
      'Kreditfakturan har fler än ett projektnummer',
      'The credit note has more than one project number',
    ),
  ],
  [
    /^PEPPOL-EN16931-R100$/,
    always('En rad har fler än ett faktureringsobjekt', 'A line has more than one invoiced object'),
  ],
  [
    /^PEPPOL-EN16931-R101$/,
    always(
      'En rad hänvisar till något annat än ett faktureringsobjekt',
      'A line refers to something else than an invoiced object',
    ),
  ],
  [
    /^PEPPOL-COMMON-R\d+/,
    always(
      'Ett företags nummer är inte skrivet så som det görs i dess land',
      'The number of a company is not written the way its country does',
    ),
  ],
]

const countries: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  DE: { sv: 'i Tyskland', en: 'in Germany' },
  DK: { sv: 'i Danmark', en: 'in Denmark' },
  GR: { sv: 'i Grekland', en: 'in Greece' },
  IS: { sv: 'på Island', en: 'in Iceland' },
  IT: { sv: 'i Italien', en: 'in Italy' },
  NL: { sv: 'i Nederländerna', en: 'in the Netherlands' },
  NO: { sv: 'i Norge', en: 'in Norway' },
  SE: { sv: 'i Sverige', en: 'in Sweden' },
  SK: { sv: 'i Slovakien', en: 'in Slovakia' },
}

/** A country's own rule: `DK-R-003`, `GR-S-011`. */
function national(id: string): Sentence | undefined {
  const country = countries[/^([A-Z]{2})-[RS]-/.exec(id)?.[1] ?? '']
  return (
    country &&
    always(
      `Fakturan följer inte en regel som gäller ${country.sv}`,
      `The invoice does not follow a rule that applies ${country.en}`,
    )
  )
}

const unknown: Sentence = {
  sv: (place) => `Fakturan följer inte en av reglerna${place && ` för ${place}`}`,
  en: (place) => `The invoice does not follow one of the rules${place && ` for ${place}`}`,
}
