'use client'

import { useTranslations } from 'next-intl'
import type { DemandableField } from '#lib/invoice/requirement-profile.ts'
import { DateField } from './date-field.client.tsx'
import { DraftField } from './draft-field.client.tsx'
import { useEditor, useFieldRemark } from './editor-context.client.tsx'

/** A field that a recipient may demand and that stands behind *Fler fält* until one does. */
export type ExtraFieldName = Exclude<DemandableField, 'buyerReference' | 'purchaseOrderReference'>

/** How each is called, what it says, and how long it may be. */
const frames = {
  contractReference: { label: 'contract', maxLength: 50 },
  projectReference: { label: 'project', maxLength: 50 },
  salesOrderReference: { label: 'salesOrder', hint: 'salesOrderHint', maxLength: 50 },
  buyerAccountingReference: { label: 'buyerAccounting', hint: 'buyerAccountingHint', maxLength: 100 },
  invoicedObjectReference: { label: 'invoicedObject', hint: 'invoicedObjectHint', maxLength: 50 },
  despatchReference: { label: 'despatch', maxLength: 50 },
  receiptReference: { label: 'receipt', maxLength: 50 },
  tenderReference: { label: 'tender', maxLength: 50 },
  deliverToName: { label: 'deliverTo', maxLength: 100 },
  deliverToLocationId: { label: 'deliverToGln', hint: 'glnHint', maxLength: 20, inputMode: 'numeric' },
  buyerVatNumber: { label: 'buyerVatNumber', hint: 'buyerVatNumberHint', maxLength: 20 },
  buyerIdentifier: { label: 'buyerIdentifier', hint: 'buyerIdentifierHint', maxLength: 35 },
  buyerContactName: { label: 'buyerContact', hint: 'buyerContactHint', maxLength: 100 },
  buyerContactPhone: { label: 'buyerPhone', maxLength: 30 },
  buyerContactEmail: { label: 'buyerEmail', maxLength: 254 },
  sellerContactName: { label: 'sellerReference', hint: 'sellerReferenceHint', maxLength: 100 },
  note: { label: 'note', hint: 'noteHint', maxLength: 1000, rows: 3, className: 'max-w-text' },
} as const

/** One of the fields behind *Fler fält*, wherever it stands. */
export function ExtraField({ name }: { name: ExtraFieldName }) {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const remark = useFieldRemark(name)
  if (name === 'deliveryDate') return <DateField name={name} label={words('deliveryDate')} />
  const { label, ...frame } = frames[name]
  const hint = remark ?? ('hint' in frame ? words(frame.hint) : undefined)
  const called = label === 'sellerReference' ? fields(label) : words(label)
  return <DraftField {...frame} name={name} label={called} hint={hint} />
}

/** The same behind *Fler fält*: nothing while the recipient asks for it, for then it stands among the usual fields. */
export function RareField({ name }: { name: ExtraFieldName }) {
  const isAsked = useEditor((state) => state.asked.includes(name))
  return isAsked ? null : <ExtraField name={name} />
}

const extraNames = [...Object.keys(frames), 'deliveryDate']

/** The fields the recipient asks for that would otherwise stand behind *Fler fält*, in its own order. */
export function DemandedFields() {
  const asked = useEditor((state) => state.asked)
  return asked.map((code) => (isExtra(code) ? <ExtraField key={code} name={code} /> : null))
}

function isExtra(code: string): code is ExtraFieldName {
  return extraNames.includes(code)
}
