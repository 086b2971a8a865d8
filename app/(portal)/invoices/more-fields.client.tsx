'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { commonCurrencies, currencyCodes } from '#lib/codelists/currencies.ts'
import { objectSchemes } from '#lib/codelists/object-schemes.ts'
import { formatPeppolId } from '#lib/party/peppol-id.ts'
import { DateField } from './date-field.client.tsx'
import { DocumentAdjustments } from './document-adjustments.client.tsx'
import { DraftAmount } from './draft-amount.client.tsx'
import { DraftField } from './draft-field.client.tsx'
import { DraftSelect } from './draft-select.client.tsx'
import { useEditor, useTools } from './editor-context.client.tsx'
import { RareField } from './extra-field.client.tsx'

const columns = 'grid gap-4 grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))]'

/** References of the recipient and ours. */
export function ReferenceFields() {
  const words = useTranslations('invoice')
  const schemeWords = useTranslations('document.objectSchemes')
  const schemes = [
    ['', words('noScheme')],
    ...objectSchemes.map((code) => [code, schemeWords(code)] as const),
  ] as const
  return (
    <div className={columns}>
      <RareField name="contractReference" />
      <RareField name="projectReference" />
      <RareField name="salesOrderReference" />
      <RareField name="buyerAccountingReference" />
      <RareField name="invoicedObjectReference" />
      <DraftSelect name="invoicedObjectScheme" label={words('invoicedObjectScheme')} options={schemes} />
      <RareField name="despatchReference" />
      <RareField name="receiptReference" />
      <RareField name="tenderReference" />
    </div>
  )
}

/** When and where it was delivered. */
export function DeliveryFields() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { countries } = useTools()
  const isAbroad = useEditor(({ draft }) => !['', 'SE'].includes(draft.deliverToCountry))
  return (
    <>
      <div className={columns}>
        <RareField name="deliveryDate" />
        <DateField name="periodStart" label={words('periodStart')} />
        <DateField name="periodEnd" label={words('periodEnd')} />
      </div>
      <div className={columns}>
        <RareField name="deliverToName" />
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
        <RareField name="deliverToLocationId" />
      </div>
    </>
  )
}

/** What else is known of the recipient. */
export function BuyerFields() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { customers } = useTools().surroundings
  const customerId = useEditor((state) => state.draft.customerId)
  const chosen = useEditor((state) => state.draft.electronicAddress)
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
      <RareField name="buyerVatNumber" />
      <RareField name="buyerIdentifier" />
      <RareField name="buyerContactName" />
      <RareField name="buyerContactPhone" />
      <RareField name="buyerContactEmail" />
    </div>
  )
}

/** Our reference, the language and a message. */
export function MessageFields() {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const language = useEditor((state) => state.draft.documentLanguage)
  const id = useId()
  return (
    <>
      <div className={columns}>
        <RareField name="sellerContactName" />
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
      <RareField name="note" />
    </>
  )
}

/** Currency, what is paid already, and what is taken off or added on the whole invoice. */
export function MoneyFields() {
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
