import { daysBetween, type IsoDate, parseIsoDate } from '#lib/core/dates.ts'

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
  readonly needs: VatNeeds
}

/** What else an invoice must tell for a choice to hold. Absent = nothing. */
export type VatNeeds = {
  /** The seller's VAT number (BT-31). T-19. */
  readonly sellerVatNumber?: true
  /** The buyer's VAT number (BT-48), and whose it must be. T-17, T-18. */
  readonly buyerVatNumber?: 'swedish' | 'other-eu'
  /** Where the buyer must be. T-18. */
  readonly buyerCountry?: 'other-eu' | 'outside-eu'
  /** Where it must be delivered (BT-80). BR-IC-12, T-18. */
  readonly deliveryCountry?: 'other-eu' | 'outside-eu'
  /** A delivery date or a period. BR-IC-11. */
  readonly deliveryDate?: true
  /** The reason (BT-120) in the person's own words. BR-E-10, T-21. */
  readonly reason?: true
}

const registered: VatNeeds = { sellerVatNumber: true }
const standard = (rate: string): VatRow => ({
  category: 'S',
  rates: rate,
  isZero: false,
  needs: registered,
})
const zero = (category: VatCategory, reasonCode?: string, needs: VatNeeds = {}): VatRow => ({
  category,
  rates: '0',
  isZero: true,
  needs: category === 'O' ? needs : { ...registered, ...needs },
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
    needs: registered,
  },
  'rc-construction': zero('AE', 'VATEX-EU-AE', { buyerVatNumber: 'swedish' }),
  'rc-domestic': zero('AE', 'VATEX-EU-AE', { buyerVatNumber: 'swedish' }),
  'eu-service': zero('AE', 'VATEX-EU-AE', { buyerVatNumber: 'other-eu', buyerCountry: 'other-eu' }),
  'eu-goods': zero('K', 'VATEX-EU-IC', {
    buyerVatNumber: 'other-eu',
    deliveryCountry: 'other-eu',
    deliveryDate: true,
  }),
  'export-goods': zero('G', 'VATEX-EU-G', { deliveryCountry: 'outside-eu' }),
  'service-outside-eu': zero('E', undefined, { buyerCountry: 'outside-eu' }),
  'exempt-health': zero('E', 'VATEX-EU-132-1C'),
  'exempt-dental': zero('E', 'VATEX-EU-132-1C'),
  'exempt-social': zero('E', 'VATEX-EU-132-1G'),
  'exempt-education': zero('E', 'VATEX-EU-132-1I'),
  'exempt-culture': zero('E', 'VATEX-EU-132-1N'),
  'exempt-sport': zero('E', 'VATEX-EU-132-1M'),
  'exempt-finance': zero('E'),
  'exempt-property': zero('E'),
  'exempt-other': zero('E', undefined, { reason: true }),
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

/** The choices that are a rate: the first select of a line, followed by *0 %*. */
export const rateVatChoices = ['rate-25', 'rate-12', 'rate-6', 'food'] as const satisfies readonly VatChoice[]

/** What a line holds while *0 %* is chosen but not yet why: no choice, and a fault until one is made (T-16). */
export const zeroWithoutReason = '0'

/** The choice of a company that is not registered for VAT: its only one. */
export const unregisteredVatChoice: VatChoice = 'not-registered'

const isChoiceKey = (key: string): key is VatChoice => Object.hasOwn(table, key)
const allChoices = Object.keys(table).filter(isChoiceKey)

/** The reasons for 0 % a form offers, the usual ones first. */
export const zeroVatChoices: readonly VatChoice[] = allChoices.filter(
  (choice) => rows[choice].isZero && choice !== unregisteredVatChoice,
)

/** Every VAT category that a choice means (UNCL 5305). BR-CL-17, BR-CL-18. */
export const vatCategories: readonly VatCategory[] = [
  ...new Set(allChoices.map((choice) => rows[choice].category)),
]

/** Every reason code that a choice means (VATEX, BT-121). BR-CL-22. */
export const vatexCodes: readonly string[] = [
  ...new Set(allChoices.flatMap((choice) => rows[choice].reasonCode ?? [])),
]

/** The choices a form offers a company: all rates and reasons, or the one of a company without VAT registration. */
export function offeredVatChoicesOf(vatRegistered: boolean): readonly VatChoice[] {
  return vatRegistered ? [...rateVatChoices, ...zeroVatChoices] : [unregisteredVatChoice]
}

/** The choices a form offers a company that is registered for VAT. */
export const offeredVatChoices: readonly VatChoice[] = offeredVatChoicesOf(true)

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

/** What else an invoice must tell for a choice to hold. */
export function needsOf(choice: VatChoice): VatNeeds {
  return rows[choice].needs
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

/** The day a dated choice changes its rate, when that is within so many days of a date; else null. */
export function rateChangeNear(choice: VatChoice, date: IsoDate, days: number): IsoDate | null {
  const { rates } = rows[choice]
  if (typeof rates === 'string') return null
  const changes = rates.slice(1).flatMap((row) => parseIsoDate(row.from) ?? [])
  return changes.find((change) => Math.abs(daysBetween(date, change)) <= days) ?? null
}

/** The rate of the last row that has begun; the first row holds for all time before. */
function rateOn(rates: readonly DatedRate[], date: IsoDate | null): string | null {
  if (date === null) return null
  return (rates.findLast((row) => row.from <= date) ?? rates[0])?.rate ?? null
}
