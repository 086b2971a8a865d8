import type { IsoDate } from '#lib/core/dates.ts'

/** VAT category codes (UNCL 5305) a Swedish supplier meets. BT-118, BT-151. */
export type VatCategory = 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O'

/** A rate from a day until a later row of the same choice begins. */
type DatedRate = { readonly from: string; readonly rate: string }

type VatRow = {
  readonly category: VatCategory
  /** One rate, or rates by date of supply, oldest first. */
  readonly rates: string | readonly DatedRate[]
  /** BT-121 VATEX code, where one is in force. */
  readonly reasonCode?: string
  /** The choice says why the rate is 0 %: the form asks for it after "0 %". */
  readonly isZero: boolean
}

const standard = (rate: string): VatRow => ({ category: 'S', rates: rate, isZero: false })
const zero = (category: VatCategory, reasonCode?: string): VatRow => ({
  category,
  rates: '0',
  isZero: true,
  ...(reasonCode === undefined ? {} : { reasonCode }),
})

/**
 * What a person may choose as VAT of a line, and what it means in codes. The choice is stored, the codes follow
 * when the invoice is written, so that a rate that changes by date changes by itself. New dated rates are rows.
 */
const table = {
  'rate-25': standard('25'),
  'rate-12': standard('12'),
  'rate-6': standard('6'),
  food: {
    category: 'S',
    rates: [
      { from: '1996-01-01', rate: '12' },
      { from: '2026-04-01', rate: '6' },
      { from: '2028-01-01', rate: '12' },
    ],
    isZero: false,
  },
  'rc-construction': zero('AE', 'VATEX-EU-AE'),
  'rc-domestic': zero('AE', 'VATEX-EU-AE'),
  'eu-service': zero('AE', 'VATEX-EU-AE'),
  'eu-goods': zero('K', 'VATEX-EU-IC'),
  'export-goods': zero('G', 'VATEX-EU-G'),
  'service-outside-eu': zero('E'),
  'exempt-health': zero('E', 'VATEX-EU-132-1C'),
  'exempt-dental': zero('E', 'VATEX-EU-132-1C'),
  'exempt-social': zero('E', 'VATEX-EU-132-1G'),
  'exempt-education': zero('E', 'VATEX-EU-132-1I'),
  'exempt-culture': zero('E', 'VATEX-EU-132-1N'),
  'exempt-sport': zero('E', 'VATEX-EU-132-1M'),
  'exempt-finance': zero('E'),
  'exempt-property': zero('E'),
  'exempt-other': zero('E'),
  outlay: zero('E', 'VATEX-EU-79-C'),
  'margin-used': zero('E', 'VATEX-EU-F'),
  'margin-art': zero('E', 'VATEX-EU-I'),
  'margin-antique': zero('E', 'VATEX-EU-J'),
  'margin-travel': zero('E'),
  'outside-vat': zero('O', 'VATEX-EU-O'),
  'zero-rated': zero('Z'),
  'not-registered': zero('O', 'VATEX-EU-O'),
} as const satisfies Record<string, VatRow>

/** A person's choice of VAT for a line. Stored in drafts and templates. */
export type VatChoice = keyof typeof table

const rows: Readonly<Record<VatChoice, VatRow>> = table

/** The choices a form offers today. */
export const offeredVatChoices = ['rate-25', 'rate-12', 'rate-6'] as const satisfies readonly VatChoice[]

/** The VAT of a line nobody has chosen VAT for. */
export const defaultVatChoice: VatChoice = 'rate-25'

/** What a choice means on a day: category, rate in per cent as canonical text, VATEX code where there is one. */
export type ResolvedVat = {
  readonly category: VatCategory
  readonly rate: string
  readonly reasonCode?: string
}

/** Tells whether a text is a VAT choice of ours. */
export function isVatChoice(text: string): text is VatChoice {
  return Object.hasOwn(table, text)
}

/** Tells whether the form offers a choice today. */
export function isOfferedVatChoice(choice: VatChoice): boolean {
  return offeredVatChoices.some((offered) => offered === choice)
}

/** Tells whether the rate of a choice depends on the date of supply. */
export function isDatedVatChoice(choice: VatChoice): boolean {
  return typeof rows[choice].rates !== 'string'
}

/** Tells whether a choice is a reason for 0 %. */
export function isZeroVatChoice(choice: VatChoice): boolean {
  return rows[choice].isZero
}

/**
 * Gives category, rate and reason code of a choice on the line's VAT date. Without a readable date a choice whose
 * rate depends on it gives null.
 */
export function resolveVat(choice: VatChoice, vatDate: IsoDate): ResolvedVat
export function resolveVat(choice: VatChoice, vatDate: IsoDate | null): ResolvedVat | null
export function resolveVat(choice: VatChoice, vatDate: IsoDate | null): ResolvedVat | null {
  const { category, rates, reasonCode } = rows[choice]
  const rate = typeof rates === 'string' ? rates : rateOn(rates, vatDate)
  if (rate === null) return null
  return reasonCode === undefined ? { category, rate } : { category, rate, reasonCode }
}

/** The rate of the last row that has begun; the first row holds for all time before. */
function rateOn(rates: readonly DatedRate[], date: IsoDate | null): string | null {
  if (date === null) return null
  return (rates.findLast((row) => row.from <= date) ?? rates[0])?.rate ?? null
}
