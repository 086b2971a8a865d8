'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import type { TextFieldName } from './draft-edits.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import type { EditorState } from './editor-state.ts'
import { RareParts } from './later-parts.client.tsx'

/** The fields of each group, to know whether one has something in it or something wrong. */
const groups = {
  references: [
    'contractReference',
    'projectReference',
    'salesOrderReference',
    'buyerAccountingReference',
    'invoicedObjectReference',
    'invoicedObjectScheme',
    'despatchReference',
    'receiptReference',
    'tenderReference',
  ],
  delivery: [
    'deliveryDate',
    'periodStart',
    'periodEnd',
    'deliverToName',
    'deliverToLocationId',
    'deliverToStreet',
    'deliverToStreet2',
    'deliverToLine3',
    'deliverToPostalCode',
    'deliverToCity',
    'deliverToSubdivision',
    'deliverToCountry',
  ],
  buyer: [
    'buyerVatNumber',
    'electronicAddress',
    'buyerIdentifier',
    'buyerContactName',
    'buyerContactPhone',
    'buyerContactEmail',
  ],
  message: ['note'],
  money: ['exchangeRate', 'exchangeRateDate', 'paidAmount'],
} as const satisfies Record<string, readonly TextFieldName[]>

type GroupName = keyof typeof groups

function isUsed({ draft, asked }: EditorState, group: GroupName): boolean {
  if (groups[group].some((name) => draft[name] !== '' && !isAsked(asked, name))) return true
  return group === 'money' && (draft.currency !== 'SEK' || draft.adjustments.length > 0)
}

/** Asked for by the recipient, a field stands outside its group. */
function isAsked(asked: readonly string[], field: string): boolean {
  return asked.includes(field)
}

/** *Fler fält*: everything an invoice may say beyond the usual, in groups; one with a value is always open. */
export function MoreFields() {
  const words = useTranslations('invoice')
  // Another recipient: what it does not ask for is back here, and a group with something in it is open.
  const customerId = useEditor((state) => (state.asked.length === 0 ? '' : state.draft.customerId))
  return (
    <div className="mt-3" key={customerId}>
      <p className="text-label font-semibold text-muted">{words('moreFields')}</p>
      <Group name="references" title={words('groupReferences')}>
        {({ ReferenceFields }) => <ReferenceFields />}
      </Group>
      <Group name="delivery" title={words('groupDelivery')}>
        {({ DeliveryFields }) => <DeliveryFields />}
      </Group>
      <Group name="buyer" title={words('groupBuyer')}>
        {({ BuyerFields }) => <BuyerFields />}
      </Group>
      <Group name="message" title={words('groupMessage')}>
        {({ MessageFields }) => <MessageFields />}
      </Group>
      <Group name="money" title={words('groupMoney')}>
        {({ MoneyFields }) => <MoneyFields />}
      </Group>
    </div>
  )
}

type GroupProps = { name: GroupName; title: string; children: ComponentProps<typeof RareParts>['children'] }

function Group({ name, title, children }: GroupProps) {
  const { store } = useTools()
  const [isOpen, setOpen] = useState(() => isUsed(store.getSnapshot(), name))
  const hasProblem = useEditor((state) =>
    [...state.shown.keys()].some(
      (field) =>
        (groups[name].some((each) => each === field) && !isAsked(state.asked, field)) ||
        (name === 'money' && (field === 'currency' || field.startsWith('adjustments'))),
    ),
  )
  return (
    <details
      className="border-b border-line last:border-b-0"
      open={isOpen || hasProblem}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="py-2.5 ps-4 -indent-4 font-semibold text-link">{title}</summary>
      <div className="grid gap-4 pt-1 pb-4">
        <RareParts>{children}</RareParts>
      </div>
    </details>
  )
}
