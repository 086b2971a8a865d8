import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '#app/_components/banner.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Paper, Section } from '#app/_components/paper.tsx'
import { CopyButton } from '#app/_form/copy-invoice/copy-button.client.tsx'
import { Money } from '#app/_invoice/money.tsx'
import { requireContext } from '#app/_server/session.ts'
import { countryCodes } from '#lib/codelists/countries.ts'
import { canCopy } from '#lib/invoice/copy.ts'
import { getCustomerPage } from '#lib/services/customers/customers.ts'
import { getDirectoryParty } from '#lib/services/customers/search-directory.ts'
import { chooseChannel } from '#lib/services/delivery/channel.ts'
import { RemoveButton, RestoreButton } from '../customer-form.client.tsx'
import { LinkStatus } from '../link-status.tsx'
import { PartyFacts } from '../search/party-facts.tsx'
import { CardForm } from './card-form.client.tsx'
import { LinkHistory } from './link-history.tsx'
import { NumberForm } from './number-form.client.tsx'
import { SendOnApprovalForm } from './send-on-approval-form.client.tsx'

type Props = { params: Promise<{ customerId: string }> }
type CustomerPage = NonNullable<Awaited<ReturnType<typeof getCustomerPage>>>

const wholeRegister = { q: '', show: '' }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await requireContext('supplier')
  const found = await getCustomerPage(ctx, (await params).customerId)
  const words = await getTranslations('customers')
  return { title: found?.customer.name ?? words('title') }
}

/** A customer: details, where the link stands and how it came there, what its invoices say, the last invoices. */
export default async function CustomerPage({ params }: Props) {
  const ctx = await requireContext('supplier')
  const found = await getCustomerPage(ctx, (await params).customerId)
  if (!found) notFound()
  const { customer } = found
  const party = await getDirectoryParty(ctx, customer.partyId)
  const words = await getTranslations('customers')
  return (
    <>
      <Link href="/customers" className="mb-2 inline-flex min-h-(--control-height) items-center gap-1.5">
        <Icon of={ArrowLeft} />
        {words('toRegister')}
      </Link>
      <PageHeader title={customer.name}>
        {!customer.removedAt && (
          <LinkButton href={`/invoices/new?customer=${customer.id}`} look="primary">
            {words('createInvoice')}
          </LinkButton>
        )}
      </PageHeader>
      {customer.removedAt && (
        <div className="mb-4">
          <Banner
            tone="info"
            actions={
              <RestoreButton
                customerId={customer.id}
                view={wholeRegister}
                words={{ button: words('restore'), pending: words('restoring') }}
              />
            }
          >
            {words('isRemoved')}
          </Banner>
        </div>
      )}
      <Paper>
        <LinkSection found={found} isReachable={chooseChannel(found.customer, ctx).ok} />
        <NumberSection found={found} />
        <CardSection found={found} />
        <InvoicesSection found={found} />
        <Section id="details" title={words('details')}>
          {party && <PartyFacts party={party} />}
        </Section>
        {!customer.removedAt && (
          <div className="border-t border-line pt-4">
            <RemoveButton
              customerId={customer.id}
              view={wholeRegister}
              words={{ button: words('remove'), pending: words('removing') }}
            />
          </div>
        )}
      </Paper>
    </>
  )
}

async function LinkSection({ found, isReachable }: { found: CustomerPage; isReachable: boolean }) {
  const words = await getTranslations('customers')
  const { customer, requests, canRemind, nextReminderAt } = found
  const open = requests.find((request) => request.state === 'open')
  return (
    <Section id="link" title={words('linkTitle')}>
      <div className="grid justify-items-start gap-3">
        <LinkStatus
          customer={customer}
          isReachable={isReachable}
          {...(open
            ? {
                request: {
                  customerId: customer.id,
                  name: customer.name,
                  requestedAt: open.createdAt,
                  remindedAt: open.remindedAt,
                  canRemind,
                  nextReminderAt,
                },
              }
            : {})}
        />
        {customer.state === 'awaiting-approval' && !customer.removedAt && <SendOnApproval found={found} />}
        <LinkHistory addedAt={customer.createdAt} requests={requests} />
      </div>
    </Section>
  )
}

/** Before the recipient has answered: whether what is ready waits for a press afterwards, or leaves by itself. */
async function SendOnApproval({ found: { customer } }: { found: CustomerPage }) {
  const words = await getTranslations('customers')
  const common = await getTranslations('common')
  return (
    <SendOnApprovalForm
      customerId={customer.id}
      isChosen={customer.sendOnApprovalBy !== null}
      words={{
        label: words('sendOnApproval'),
        hint: words('sendOnApprovalHint'),
        save: common('save'),
        saving: common('saving'),
        saved: words('savedNumber'),
      }}
    />
  )
}

async function NumberSection({ found: { customer } }: { found: CustomerPage }) {
  const words = await getTranslations('customers')
  const common = await getTranslations('common')
  return (
    <Section id="number" title={words('customerNumber')}>
      <div className="max-w-column">
        <NumberForm
          customerId={customer.id}
          customerNumber={customer.customerNumber}
          words={{
            label: words('customerNumber'),
            hint: words(customer.approval === 'manual' ? 'numberHintShown' : 'numberHint'),
            save: common('save'),
            saving: common('saving'),
            saved: words('savedNumber'),
          }}
        />
      </div>
    </Section>
  )
}

async function CardSection({ found: { customer } }: { found: CustomerPage }) {
  const words = await getTranslations('customers')
  const common = await getTranslations('common')
  const names = new Intl.DisplayNames(await getLocale(), { type: 'region' })
  const countries = countryCodes
    .filter((code) => /^[A-Z]{2}$/.test(code))
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))
  const { address, ...noted } = customer.card
  const fields = await getTranslations('fields')
  const form = await getTranslations('invoice')
  const labels = {
    vatNumber: words('vatNumber'),
    buyerReference: fields('buyerReference'),
    contractReference: form('contract'),
    projectReference: form('project'),
    buyerAccountingReference: form('buyerAccounting'),
    invoicedObjectReference: form('invoicedObject'),
    tenderReference: form('tender'),
    buyerIdentifier: words('buyerIdentifier'),
    buyerContactName: form('buyerContact'),
    street: words('street'),
    street2: words('street2'),
    postalCode: words('postalCode'),
    city: words('city'),
    country: words('country'),
  }
  return (
    <Section id="card" title={words('cardTitle')}>
      <p className="mb-3 text-muted">{words('cardText')}</p>
      <CardForm
        customerId={customer.id}
        labels={labels}
        hints={{
          buyerIdentifier: words('buyerIdentifierHint'),
          ...(customer.vatNumber ? { vatNumber: customer.vatNumber } : {}),
        }}
        initial={{
          ...noted,
          ...address,
          country: address?.country ?? customer.country,
        }}
        words={{ save: common('save'), saving: common('saving'), saved: words('savedNumber') }}
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </CardForm>
    </Section>
  )
}

/** *Som förra gången*: a new draft of the newest invoice to the customer; nothing before there is one. */
async function AsLastTime({ found: { customer, invoices } }: { found: CustomerPage }) {
  const [last] = invoices
    .filter(({ kind, state }) => kind === 'invoice' && canCopy(state))
    .toSorted((a, b) => (b.issueDate ?? '').localeCompare(a.issueDate ?? ''))
  if (customer.removedAt !== null || last === undefined) return null
  const words = await getTranslations('customers')
  const hint = words('asLastTimeHint', { number: last.number ?? '' })
  return (
    <ClientMessages namespaces={['documents']}>
      <div className="mb-3">
        <CopyButton invoiceId={last.id} words={{ button: words('asLastTime'), hint }} />
      </div>
    </ClientMessages>
  )
}

async function InvoicesSection({ found }: { found: CustomerPage }) {
  const { invoices } = found
  const words = await getTranslations('customers')
  const status = await getTranslations('status')
  const places = { draft: '/invoices/', ready: '/send?show=' } as const
  return (
    <Section id="invoices" title={words('invoices')}>
      <AsLastTime found={found} />
      {invoices.length === 0 ? (
        <p className="text-muted">{words('noInvoices')}</p>
      ) : (
        <ul>
          {invoices.map((invoice) => {
            const place =
              invoice.state === 'draft' || invoice.state === 'ready' ? places[invoice.state] : '/documents/'
            const title =
              invoice.number === null
                ? words('invoiceDraft')
                : words(invoice.kind === 'credit-note' ? 'creditNote' : 'invoiceNumber', {
                    number: invoice.number,
                  })
            return (
              <li
                key={invoice.id}
                className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-2 first:border-t-0"
              >
                <Link href={`${place}${invoice.id}`} prefetch={false}>
                  {title}
                </Link>
                <span className="flex flex-wrap gap-x-4 text-label text-muted">
                  <span className="figures">{invoice.issueDate}</span>
                  <span>
                    {status(invoice.state === 'voided' ? 'cancelled.word' : `${invoice.state}.word`)}
                  </span>
                  {invoice.amountDue !== null && (
                    <Money amount={invoice.amountDue} currency={invoice.currency} />
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
