'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { commonCurrencies, currencyCodes } from '#lib/codelists/currencies.ts'
import { objectSchemes } from '#lib/codelists/object-schemes.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { formatPeppolId } from '#lib/party/peppol-id.ts'
import { DateField } from './date-field.client.tsx'
import { DocumentAdjustments } from './document-adjustments.client.tsx'
import { DraftAmount } from './draft-amount.client.tsx'
import type { TextFieldName } from './draft-edits.ts'
import { DraftField } from './draft-field.client.tsx'
import { DraftSelect } from './draft-select.client.tsx'
import { useEditor, useFieldRemark, useTools } from './editor-context.client.tsx'

const columns = 'grid gap-4 grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))]'

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

function isUsed(draft: InvoiceDraft, group: GroupName): boolean {
  if (groups[group].some((name) => draft[name] !== '')) return true
  return group === 'money' && (draft.currency !== 'SEK' || draft.adjustments.length > 0)
}

/** *Fler fält*: everything an invoice may say beyond the usual, in groups; one with a value is always open. */
export function MoreFields() {
  const words = useTranslations('invoice')
  return (
    <div className="mt-3">
      <p className="text-label font-semibold text-muted">{words('moreFields')}</p>
      <Group name="references" title={words('groupReferences')}>
        <References />
      </Group>
      <Group name="delivery" title={words('groupDelivery')}>
        <Delivery />
      </Group>
      <Group name="buyer" title={words('groupBuyer')}>
        <Buyer />
      </Group>
      <Group name="message" title={words('groupMessage')}>
        <Message />
      </Group>
      <Group name="money" title={words('groupMoney')}>
        <Money />
      </Group>
    </div>
  )
}

function Group({ name, title, children }: { name: GroupName; title: string; children: ReactNode }) {
  const { store } = useTools()
  const [isOpen, setOpen] = useState(() => isUsed(store.getSnapshot().draft, name))
  const hasProblem = useEditor((state) =>
    [...state.shown.keys()].some(
      (field) =>
        groups[name].some((each) => each === field) || (name === 'money' && field.startsWith('adjustments')),
    ),
  )
  return (
    <details
      className="border-b border-line last:border-b-0"
      open={isOpen || hasProblem}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="py-2.5 font-semibold text-link">{title}</summary>
      <div className="grid gap-4 pt-1 pb-4">{children}</div>
    </details>
  )
}

function References() {
  const words = useTranslations('invoice')
  const schemeWords = useTranslations('document.objectSchemes')
  const schemes = [
    ['', words('noScheme')],
    ...objectSchemes.map((code) => [code, schemeWords(code)] as const),
  ] as const
  return (
    <div className={columns}>
      <DraftField name="contractReference" label={words('contract')} maxLength={50} />
      <DraftField name="projectReference" label={words('project')} maxLength={50} />
      <DraftField
        name="salesOrderReference"
        label={words('salesOrder')}
        hint={words('salesOrderHint')}
        maxLength={50}
      />
      <DraftField
        name="buyerAccountingReference"
        label={words('buyerAccounting')}
        hint={words('buyerAccountingHint')}
        maxLength={100}
      />
      <DraftField
        name="invoicedObjectReference"
        label={words('invoicedObject')}
        hint={words('invoicedObjectHint')}
        maxLength={50}
      />
      <DraftSelect name="invoicedObjectScheme" label={words('invoicedObjectScheme')} options={schemes} />
      <DraftField name="despatchReference" label={words('despatch')} maxLength={50} />
      <DraftField name="receiptReference" label={words('receipt')} maxLength={50} />
      <DraftField name="tenderReference" label={words('tender')} maxLength={50} />
    </div>
  )
}

function Delivery() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { countries } = useTools()
  const isAbroad = useEditor(({ draft }) => !['', 'SE'].includes(draft.deliverToCountry))
  return (
    <>
      <div className={columns}>
        <DateField name="deliveryDate" label={words('deliveryDate')} />
        <DateField name="periodStart" label={words('periodStart')} />
        <DateField name="periodEnd" label={words('periodEnd')} />
      </div>
      <div className={columns}>
        <DraftField name="deliverToName" label={words('deliverTo')} maxLength={100} />
        <DraftField name="deliverToStreet" label={words('deliverToAddress')} maxLength={100} />
        <DraftField name="deliverToStreet2" label={fields('addressLine2')} maxLength={100} />
        <DraftField name="deliverToLine3" label={words('addressLine3')} maxLength={100} />
        <DraftField name="deliverToPostalCode" label={fields('postalCode')} maxLength={10} />
        <DraftField name="deliverToCity" label={fields('city')} maxLength={60} />
        {isAbroad && <DraftField name="deliverToSubdivision" label={words('subdivision')} maxLength={60} />}
        <DraftSelect
          name="deliverToCountry"
          label={fields('country')}
          options={[['', words('noCountry')], ...countries]}
        />
        <DraftField
          name="deliverToLocationId"
          label={words('deliverToGln')}
          hint={words('glnHint')}
          inputMode="numeric"
          maxLength={20}
        />
      </div>
    </>
  )
}

function Buyer() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { customers } = useTools().surroundings
  const customerId = useEditor((state) => state.draft.customerId)
  const chosen = useEditor((state) => state.draft.electronicAddress)
  const vatRemark = useFieldRemark('buyerVatNumber')
  const addresses = customers.find((each) => each.customerId === customerId)?.electronicAddresses ?? []
  return (
    <div className={columns}>
      {(addresses.length > 1 || chosen !== '') && (
        <DraftSelect
          name="electronicAddress"
          label={fields('electronicAddress')}
          options={[
            ['', words('usualAddress')],
            ...[...new Set([...addresses.map(formatPeppolId), chosen])]
              .filter((each) => each !== '')
              .map((each) => [each, each] as const),
          ]}
        />
      )}
      <DraftField
        name="buyerVatNumber"
        label={words('buyerVatNumber')}
        hint={vatRemark ?? words('buyerVatNumberHint')}
        maxLength={20}
      />
      <DraftField
        name="buyerIdentifier"
        label={words('buyerIdentifier')}
        hint={words('buyerIdentifierHint')}
        maxLength={35}
      />
      <DraftField
        name="buyerContactName"
        label={words('buyerContact')}
        hint={words('buyerContactHint')}
        maxLength={100}
      />
      <DraftField name="buyerContactPhone" label={words('buyerPhone')} maxLength={30} />
      <DraftField name="buyerContactEmail" label={words('buyerEmail')} maxLength={254} />
    </div>
  )
}

function Message() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { store } = useTools()
  const language = useEditor((state) => state.draft.documentLanguage)
  const id = useId()
  return (
    <>
      <div className={columns}>
        <DraftField
          name="sellerContactName"
          label={fields('sellerReference')}
          hint={words('sellerReferenceHint')}
          maxLength={100}
        />
        <div className="field grid content-start gap-1">
          <label htmlFor={id} className="text-label font-semibold">
            {words('documentLanguage')}
          </label>
          <select
            id={id}
            className="control"
            value={language}
            onChange={({ currentTarget: { value } }) =>
              store.change(
                { documentLanguage: value === 'sv' || value === 'en' ? value : '' },
                'documentLanguage',
              )
            }
          >
            <option value="">{words('languageByBuyer')}</option>
            <option value="sv">Svenska</option>
            <option value="en">English</option>
          </select>
        </div>
      </div>
      <DraftField
        name="note"
        label={words('note')}
        hint={words('noteHint')}
        maxLength={1000}
        rows={3}
        className="max-w-text"
      />
    </>
  )
}

function Money() {
  const words = useTranslations('invoice')
  const { store, surroundings } = useTools()
  const currency = useEditor((state) => state.draft.currency)
  const isIncluding = useEditor((state) => state.draft.pricesIncludeVat)
  const accounting = surroundings.company.accountingCurrency ?? 'SEK'
  const others = currencyCodes.filter((code) => !commonCurrencies.some((common) => common === code))
  const currencies = [...commonCurrencies, ...others].map((code) => [code, code] as const)
  return (
    <>
      <div className={columns}>
        <DraftSelect name="currency" label={words('currency')} options={currencies} />
        {currency !== accounting && (
          <>
            <DraftAmount
              name="exchangeRate"
              kind="quantity"
              label={words('exchangeRate')}
              hint={words('exchangeRateHint', { accounting, currency })}
            />
            <DateField name="exchangeRateDate" label={words('exchangeRateDate')} />
          </>
        )}
        <DraftAmount name="paidAmount" kind="money" label={words('paidAmount')} hint={words('paidHint')} />
      </div>
      <Checkbox
        id="prices-include-vat"
        label={words('pricesIncludeVat')}
        hint={words('pricesIncludeVatHint')}
        checked={isIncluding}
        onChange={(event) =>
          store.change({ pricesIncludeVat: event.currentTarget.checked }, 'pricesIncludeVat')
        }
      />
      <DocumentAdjustments />
    </>
  )
}
