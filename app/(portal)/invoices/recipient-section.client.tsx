'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { Disclosure } from '#app/_components/disclosure.tsx'
import { Field, FieldError, fieldWiring } from '#app/_components/field.tsx'
import { Section } from '#app/_components/paper.tsx'
import { StatusTag, type Tone } from '#app/_components/status-tag.tsx'
import { SummaryList } from '#app/_components/summary-list.tsx'
import type { BuyerProfile } from '#lib/invoice/parties.ts'
import { maskOrganisationNumber } from '#lib/party/organisation-number.ts'
import { maskPeppolId } from '#lib/party/peppol-id.ts'
import { useEditor, useFieldError, useFieldRemark, useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'
import { untilThere } from './until-there.ts'

/** Few recipients have any: fetched when one of them is chosen. */
const RecipientDemands = lazy(async () => ({
  default: (await untilThere(() => import('./recipient-demands.client.tsx'))).RecipientDemands,
}))

/** *Mottagare*: whom the invoice is for, and whether it can be sent to them today. */
export function RecipientSection() {
  const words = useTranslations('invoice')
  const { customers } = useTools().surroundings
  const customerId = useEditor((state) => state.draft.customerId)
  const chosen = customers.find((customer) => customer.customerId === customerId)
  const [isChoosing, setChoosing] = useState(chosen === undefined)
  return (
    <Section id="section-recipient" title={words('recipient')}>
      {customers.length === 0 ? (
        <NoCustomers />
      ) : (
        <div className="grid gap-3">
          {isChoosing && <RecipientSelect takeFocus={chosen !== undefined} />}
          {chosen !== undefined && (
            <Chosen customer={chosen}>
              {!isChoosing && (
                <Button
                  look="quiet"
                  id={fieldId('customerId')}
                  className="border-0 px-0 font-normal"
                  onClick={() => setChoosing(true)}
                >
                  {words('changeRecipient')}
                </Button>
              )}
            </Chosen>
          )}
          {!isChoosing && <RecipientError />}
          <RecipientRemark />
        </div>
      )}
    </Section>
  )
}

function NoCustomers() {
  const words = useTranslations('invoice')
  const error = useFieldError('customerId')
  return (
    <div className="grid justify-items-start gap-3 rounded-button border border-line bg-sunken p-4">
      <p>{words('noCustomers')}</p>
      <FieldError id={fieldId('customerId')} error={error} />
      <LinkButton id={fieldId('customerId')} href="/customers/search">
        {words('findCustomers')}
      </LinkButton>
    </div>
  )
}

function RecipientError() {
  return <FieldError id={fieldId('customerId')} error={useFieldError('customerId')} />
}

/** What a rule that only warns says of the customer's details: it stops nothing. */
function RecipientRemark() {
  const remark = useFieldRemark('customerId')
  return remark === undefined ? null : (
    <p>
      <StatusTag tone="wait">{remark}</StatusTag>
    </p>
  )
}

function RecipientSelect({ takeFocus }: { takeFocus: boolean }) {
  const words = useTranslations('invoice')
  const { store, surroundings } = useTools()
  const customerId = useEditor((state) => state.draft.customerId)
  const error = useFieldError('customerId')
  const select = useRef<HTMLSelectElement>(null)
  const groups = groupsOf(surroundings.customers, customerId)
  useEffect(() => {
    if (takeFocus) select.current?.focus()
  }, [takeFocus])
  const frame = { id: fieldId('customerId'), label: words('chooseRecipient'), error, required: true }
  return (
    <div className="grid gap-2 desk:max-w-text">
      <Field
        {...frame}
        hint={groups.approved.length === 0 && groups.awaiting.length > 0 ? words('noneApproved') : undefined}
      >
        <select
          {...fieldWiring(frame)}
          ref={select}
          className="control"
          value={customerId}
          onChange={(event) => store.setCustomer(event.currentTarget.value)}
          onBlur={() => store.leave('customerId')}
        >
          <option value="">{words('chooseRecipient')}</option>
          <Options label={words('groupApproved')} customers={groups.approved} />
          <Options label={words('groupAwaiting')} customers={groups.awaiting} />
          <Options label={words('groupEnded')} customers={groups.ended} />
        </select>
      </Field>
      <p className="text-label">
        <Link href="/customers/search">{words('findCustomers')}</Link>
      </p>
    </div>
  )
}

function Options({ label, customers }: { label: string; customers: readonly BuyerProfile[] }) {
  if (customers.length === 0) return null
  return (
    <optgroup label={label}>
      {customers.map(({ customerId, name, orgNumber }) => (
        <option key={customerId} value={customerId}>
          {orgNumber === '' ? name : `${name} · ${maskOrganisationNumber(orgNumber)}`}
        </option>
      ))}
    </optgroup>
  )
}

/** Who can be chosen, by where the link stands; one that has ended is offered only while it is the chosen one. */
function groupsOf(customers: readonly BuyerProfile[], chosenId: string) {
  return {
    approved: customers.filter((each) => each.linkState === 'approved'),
    awaiting: customers.filter((each) => each.linkState === 'awaiting-approval'),
    ended: customers.filter(
      (each) => ['refused', 'withdrawn'].includes(each.linkState) && each.customerId === chosenId,
    ),
  }
}

function Chosen({ customer, children }: { customer: BuyerProfile; children: ReactNode }) {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { tone, tag, text } = standing(customer)
  const { street, street2, postalCode, city } = customer.address
  const address = [street, street2, `${postalCode} ${city}`.trim()].filter((part) => part !== '').join(', ')
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <strong className="max-sm:basis-full">{customer.name}</strong>
        {customer.orgNumber !== '' && (
          <span className="figures">
            <span aria-hidden="true" className="max-sm:hidden">
              ·{' '}
            </span>
            {maskOrganisationNumber(customer.orgNumber)}
          </span>
        )}
        <StatusTag tone={tone}>{words(tag)}</StatusTag>
      </p>
      {text !== undefined && (
        <p className="text-label text-muted">
          {words(text, { recipient: customer.name, address: customer.byEmail ?? '' })}
        </p>
      )}
      {customer.profile !== undefined && (
        <Suspense>
          <RecipientDemands profile={customer.profile} recipient={customer.name} />
        </Suspense>
      )}
      <div className="flex flex-wrap items-baseline gap-x-6">
        {children}
        <Disclosure summary={words('recipientDetails')}>
          <SummaryList
            rows={[
              { key: 'address', label: fields('address'), value: address },
              {
                key: 'electronicAddress',
                label: fields('electronicAddress'),
                value: customer.electronicAddress === null ? '' : maskPeppolId(customer.electronicAddress),
              },
            ]}
          />
        </Disclosure>
      </div>
    </div>
  )
}

type Standing = {
  tone: Tone
  tag: 'tagReceives' | 'tagByEmail' | 'tagAwaiting' | 'tagUnreachable' | 'tagEnded'
  text?: 'byEmailText' | 'byEmailInsteadText' | 'awaitingText' | 'unreachableText' | 'endedText'
}

function standing({ linkState, canReceive, byEmail, isInNetwork }: BuyerProfile): Standing {
  if (linkState === 'awaiting-approval') return { tone: 'wait', tag: 'tagAwaiting', text: 'awaitingText' }
  if (linkState !== 'approved') return { tone: 'bad', tag: 'tagEnded', text: 'endedText' }
  if (byEmail !== undefined) {
    const text = isInNetwork ? 'byEmailInsteadText' : 'byEmailText'
    return { tone: 'neutral', tag: 'tagByEmail', text }
  }
  return canReceive
    ? { tone: 'ok', tag: 'tagReceives' }
    : { tone: 'wait', tag: 'tagUnreachable', text: 'unreachableText' }
}
