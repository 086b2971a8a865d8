import type { VatCategory } from '#lib/codelists/vat-choices.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import type { InvoiceKind } from './draft.ts'

/** The fields of the document that a recipient may demand, as the draft names them. */
export const demandableFields = [
  'buyerReference',
  'purchaseOrderReference',
  'salesOrderReference',
  'contractReference',
  'invoicedObjectReference',
  'projectReference',
  'buyerAccountingReference',
  'despatchReference',
  'receiptReference',
  'tenderReference',
  'sellerContactName',
  'note',
  'buyerIdentifier',
  'buyerVatNumber',
  'buyerContactName',
  'buyerContactPhone',
  'buyerContactEmail',
  'deliveryDate',
  'deliverToName',
  'deliverToLocationId',
] as const

/** The cells that a recipient may demand on every line, as a line of the draft names them. */
export const demandableCells = [
  'lineNote',
  'sellerItemId',
  'buyerItemId',
  'standardItemId',
  'classificationCode',
  'originCountry',
  'periodStart',
  'periodEnd',
  'orderLineReference',
  'accountingReference',
  'objectReference',
] as const

/** A field of the document that may be demanded. */
export type DemandableField = (typeof demandableFields)[number]

/** A cell that may be demanded on every line. */
export type DemandableCell = (typeof demandableCells)[number]

/** What may be demanded: `buyerReference`, or of every line `lines.sellerItemId`. */
export type FieldCode = DemandableField | `lines.${DemandableCell}`

/** A recipient's own words: plain text, Swedish, and English if it gave any. */
export type RecipientText = { readonly sv: string; readonly en?: string | undefined }

/** What a recipient wants in one field (K11). */
export type FieldDemand = {
  readonly code: FieldCode
  /** `recommended` warns and stops nothing. */
  readonly level: 'required' | 'recommended'
  /** The value fits one of these (lib/core/mask.ts); none = anything. */
  readonly masks?: readonly string[] | undefined
  /** `upper`: only capital letters. */
  readonly case?: 'upper' | 'as-typed' | undefined
  readonly label?: RecipientText | undefined
  readonly help?: RecipientText | undefined
  /** Fits a mask. */
  readonly example?: string | undefined
  /** The one value it may have. */
  readonly fixed?: string | undefined
  /** Holds only for this kind of document, or when some line is of one of these categories. */
  readonly when?:
    | { readonly kind?: InvoiceKind | undefined; readonly vatCategory?: readonly VatCategory[] | undefined }
    | undefined
}

/** A file a recipient wants: always, when some line is in one of the units, or from a total including VAT. */
export type AttachmentDemand = {
  readonly name: RecipientText
  /** Of these types (MIME); none = any. */
  readonly types?: readonly string[] | undefined
  readonly when: 'always' | { readonly unitIn: readonly string[] } | { readonly amountFrom: string }
}

/** What a recipient takes at most, or at all. */
export type DemandLimits = {
  readonly maxFiles?: number | undefined
  readonly maxTotalBytes?: number | undefined
  readonly maxLines?: number | undefined
  readonly currencies?: readonly string[] | undefined
  readonly kinds?: readonly InvoiceKind[] | undefined
  readonly minPaymentDays?: number | undefined
  readonly maxNoteLength?: number | undefined
}

/** What a recipient demands of every invoice to it, beyond the rules everyone follows (K11). It only adds to them. */
export type RequirementProfile = {
  readonly fields: readonly FieldDemand[]
  /** Of each list at least one field has a value. */
  readonly anyOf: readonly {
    readonly codes: readonly DemandableField[]
    readonly text?: RecipientText | undefined
  }[]
  readonly attachments: readonly AttachmentDemand[]
  readonly limits: DemandLimits
  readonly note?: RecipientText | undefined
}

/** Who says that the recipient demands it. */
export type ProfileOrigin = 'recipient' | 'operator'

/** A profile as it stands in the directory: one version of a party's, in force from a day until the next one is. */
export type StoredProfile = {
  readonly partyId: string
  readonly version: number
  readonly validFrom: IsoDate
  readonly origin: ProfileOrigin
  readonly profile: RequirementProfile
}
