import type { OcrMode } from '#lib/party/ocr.ts'
import type { PeppolId } from '#lib/party/peppol-id.ts'
import type { CustomerDefaults } from './customer-defaults.ts'
import type { RequirementProfile } from './requirement-profile.ts'

/** Legal forms a company chooses among; a limited company must state its seat on its invoices. */
export const companyForms = [
  'limited',
  'partnership',
  'sole-trader',
  'economic-association',
  'association',
  'foundation',
  'public',
  'other',
] as const

/** A company's legal form. */
export type CompanyForm = (typeof companyForms)[number]

/** A postal address (BG-5, BG-8, BG-15). Empty text = not given. */
export type Address = {
  /** BT-35, BT-50, BT-75. */
  readonly street: string
  /** BT-36, BT-51, BT-76. Box, c/o. */
  readonly street2: string
  /** BT-162, BT-163, BT-165. */
  readonly line3?: string
  /** BT-38, BT-53, BT-78. */
  readonly postalCode: string
  /** BT-37, BT-52, BT-77. */
  readonly city: string
  /** BT-39, BT-54, BT-79. */
  readonly subdivision?: string
  /** BT-40, BT-55, BT-80. ISO 3166-1 alpha-2. */
  readonly country: string
}

/** A contact (BG-6, BG-9). Empty text = not given. */
export type Contact = {
  /** BT-41, BT-56. */
  readonly name: string
  /** BT-42, BT-57. */
  readonly phone: string
  /** BT-43, BT-58. */
  readonly email: string
}

/** The company's own details as its settings hold them (BG-4). Empty text = not filled in yet. */
export type SellerProfile = {
  readonly companyForm: CompanyForm | ''
  /** BT-27. */
  readonly name: string
  /** BT-28. Not written when equal to the name. */
  readonly tradingName: string
  /** BT-30. Ten digits. */
  readonly orgNumber: string
  readonly vatRegistered: boolean
  /** BT-31. */
  readonly vatNumber: string
  /** BT-32. */
  readonly fTaxApproved: boolean
  /** BT-33. The town alone. */
  readonly seat: string
  /** BT-29. */
  readonly gln?: string
  /** Which number is the electronic address (BT-34); a sole trader may keep its personnummer out with a GLN. */
  readonly identifyBy?: 'orgnumber' | 'gln'
  readonly address: Address
  readonly contact: Contact
  /** Öresavrundning; off unless the company says so. */
  readonly roundToKrona?: boolean
  /** Last line of BT-22. */
  readonly footer?: string
  /** The sentence about late interest in BT-20; empty = the usual one. */
  readonly interestText?: string
  /** BT-6 when an invoice is in another currency. */
  readonly accountingCurrency?: 'SEK' | 'EUR'
}

/** Where the link to a customer stands; an invoice may be drafted in every state, sent only when approved. */
export type LinkState = 'awaiting-approval' | 'approved' | 'refused' | 'withdrawn'

/** A customer as an invoice needs it (BG-7). Empty text = not known. */
export type BuyerProfile = {
  readonly customerId: string
  readonly linkState: LinkState
  /** There is a channel that reaches the party today. */
  readonly canReceive: boolean
  /** The address a letter goes to, where an invoice would leave by e-mail and be no e-invoice. */
  readonly byEmail?: string
  /** With `byEmail`: the party receives e-invoices, by a network that Talong is not connected to here. */
  readonly isInNetwork?: boolean
  /** BT-44. */
  readonly name: string
  /** BT-45. */
  readonly tradingName: string
  /** BT-47. Ten digits when Swedish. */
  readonly orgNumber: string
  /** BT-48. */
  readonly vatNumber: string
  /** BT-49. Null when the party has no address in the network. */
  readonly electronicAddress: PeppolId | null
  /** All addresses the party has in the network, the preferred first; the form offers them when there are several. */
  readonly electronicAddresses?: readonly PeppolId[]
  readonly address: Address
  /** What it demands of invoices, as in force today; not given = nothing. */
  readonly profile?: RequirementProfile
  /** What invoices to it usually say; not given = nothing. */
  readonly defaults?: CustomerDefaults
}

/** What an account is. */
export type PaymentAccountKind = 'bankgiro' | 'plusgiro' | 'iban'

/** An account the company is paid to (BG-17). */
export type PaymentAccount = {
  readonly id: string
  readonly kind: PaymentAccountKind
  /** BT-84. Digits; IBAN in upper case without spaces. */
  readonly number: string
  /** BT-86, IBAN only. */
  readonly bic?: string
  /** How references to this account are made (BT-83). */
  readonly ocrMode: OcrMode
}
