import type { PartyNumbers } from './party-numbers.ts'
import type { TaxCategory } from './tax-categories.ts'

/** Which numbers of the parties a category demands, or forbids. */
type Demand = {
  readonly terms: readonly string[]
  readonly isMet: (numbers: PartyNumbers) => boolean
}

const sellerRegistered: Demand = {
  terms: ['BT-31', 'BT-32', 'BT-63'],
  isMet: ({ sellerTax, representativeVat }) => sellerTax || representativeVat,
}

const sellerVat: Demand = {
  terms: ['BT-31', 'BT-63'],
  isMet: (numbers) => numbers.sellerVat || numbers.representativeVat,
}

const bothVat: Demand = {
  terms: [...sellerVat.terms, 'BT-48'],
  isMet: (numbers) => sellerVat.isMet(numbers) && numbers.buyerVat,
}

const bothRegistered: Demand = {
  terms: [...sellerRegistered.terms, 'BT-48', 'BT-47'],
  isMet: (numbers) => sellerRegistered.isMet(numbers) && (numbers.buyerVat || numbers.buyerLegal),
}

const noVat: Demand = {
  terms: bothVat.terms,
  isMet: (numbers) => !sellerVat.isMet(numbers) && !numbers.buyerVat,
}

/** What is particular to a VAT category. The rules of all are otherwise the same ten, numbered alike. */
export type VatTraits = {
  /** The code of the category (UNCL 5305). */
  readonly code: string
  /** What the ids of its rules begin with. */
  readonly prefix: string
  /**
   * -01: that the breakdown has the category exactly once, or that it has at least one entry for which this is true.
   */
  readonly breakdown: 'once' | ((use: TaxCategory) => boolean)
  /** -01 and -02 look at categories of every tax scheme, not of VAT alone. */
  readonly anyScheme?: true
  /** -02 to -04. */
  readonly parties: Demand
  /** -03 and -04 look at the document's allowances and charges alone, not at those of lines. */
  readonly adjustmentsOfDocument?: true
  /** -04 knows the code only as it is written, without white space around it. */
  readonly chargeAsWritten?: true
  /** -05 to -07: what the rate has to be. */
  readonly rate: 'zero' | 'positive' | 'not negative' | 'absent'
  /**
   * -08 and -09: the whole category is summed, exactly, and has no VAT; or each rate is, with a slack below one, where
   * -08 asks for lines at all or for an amount with the same category and rate.
   */
  readonly sums: 'exact' | 'by rate' | 'by rate in use'
  /** -10: a reason for exemption (BT-120, BT-121). */
  readonly reason: 'demanded' | 'forbidden'
}

/** What categories without VAT have in common. */
const untaxed = { breakdown: 'once', rate: 'zero', sums: 'exact', reason: 'demanded' } as const

/** The VAT categories with rules. None shadows another, so the one that nearly every line has stands first. */
export const vatFamilies: readonly VatTraits[] = [
  {
    code: 'S',
    prefix: 'BR-S',
    breakdown: ({ code }) => code === 'S',
    anyScheme: true,
    parties: sellerRegistered,
    rate: 'positive',
    sums: 'by rate in use',
    reason: 'forbidden',
  },
  { ...untaxed, code: 'AE', prefix: 'BR-AE', parties: bothRegistered },
  { ...untaxed, code: 'E', prefix: 'BR-E', parties: sellerRegistered },
  { ...untaxed, code: 'G', prefix: 'BR-G', parties: sellerVat },
  { ...untaxed, code: 'K', prefix: 'BR-IC', parties: bothVat },
  {
    code: 'L',
    prefix: 'BR-AF',
    breakdown: ({ written }) => written === 'L',
    parties: sellerRegistered,
    chargeAsWritten: true,
    rate: 'not negative',
    sums: 'by rate',
    reason: 'forbidden',
  },
  {
    code: 'M',
    prefix: 'BR-AG',
    breakdown: ({ vat, written }) => vat && written === 'M',
    parties: sellerRegistered,
    rate: 'not negative',
    sums: 'by rate',
    reason: 'forbidden',
  },
  { ...untaxed, code: 'O', prefix: 'BR-O', parties: noVat, adjustmentsOfDocument: true, rate: 'absent' },
  { ...untaxed, code: 'Z', prefix: 'BR-Z', parties: sellerRegistered, reason: 'forbidden' },
]

/** The codes whose amounts are summed for each rate. */
export const codesByRate: readonly string[] = vatFamilies
  .filter(({ sums }) => sums !== 'exact')
  .map(({ code }) => code)
