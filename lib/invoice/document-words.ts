import type { VatChoice } from '#lib/codelists/vat-choices.ts'

/** The words an invoice itself carries that the domain does not have, all in the invoice's language. */
export type DocumentWords = {
  /** BT-20, used unless the person wrote another text; for a credit note how it is settled. */
  readonly paymentTermsText: string
  /** The sentence in BT-22 that tells the exchange rate; written only when VAT is stated in kronor too. */
  readonly exchangeRate: string
  /** BT-120 by choice; a choice that has none, or is worded by the person, is not here. */
  readonly exemptionReasons: Readonly<Partial<Record<VatChoice, string>>>
  /** BT-97, BT-104, BT-139, BT-144 by reason code, where nothing else was typed. */
  readonly adjustmentReasons: Readonly<Record<string, string>>
}
