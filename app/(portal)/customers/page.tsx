import { UserPlus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Banner } from '#app/_components/banner.tsx'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { buttonClass } from '#app/_components/button-class.ts'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Pagination } from '#app/_components/pagination.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { TimedNotice } from '#app/_form/timed-notice.client.tsx'
import { requireContext } from '#app/_server/session.ts'
import { getCustomer, listCustomers } from '#lib/services/customers/customers.ts'
import { RestoreButton } from './customer-form.client.tsx'
import {
  type RegisterView,
  readRegisterView,
  registerHref,
  registerShows,
  registerStep,
} from './register-link.ts'
import { RegisterTable } from './register-table.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('customers')
  return { title: words('title') }
}

/** *Mitt kundregister* (S16, S17): search, filters in the address, and what was just taken out. */
export default async function CustomersPage({ searchParams }: Props) {
  const ctx = await requireContext('supplier')
  const query = await searchParams
  const view = readRegisterView(query)
  const { customers, more } = await listCustomers(ctx, { filter: view.show, text: view.q, limit: view.limit })
  const words = await getTranslations('customers')
  const isWhole = view.show === 'all' && view.q === ''
  const isEmpty = customers.length === 0 && isWhole
  const add = (
    <LinkButton href="/customers/search" look="primary" icon={UserPlus}>
      {words('searchAndAdd')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={words('title')}>{!isEmpty && add}</PageHeader>
      <Changed query={query} view={view} />
      {isEmpty ? (
        <EmptyState drawing="customers" title={words('emptyTitle')} action={add}>
          <p>{words('emptyText')}</p>
        </EmptyState>
      ) : (
        <>
          <RegisterTools view={view} />
          {customers.length === 0 ? (
            <p className="card" role="status">
              {words('noneFound')} <Link href="/customers">{words('clear')}</Link>
            </p>
          ) : (
            <RegisterTable rows={customers} view={view} />
          )}
          {more && (
            <Pagination
              href={registerHref({ ...view, limit: view.limit + registerStep })}
              count={registerStep}
            />
          )}
        </>
      )}
    </>
  )
}

const chipWords = {
  all: 'filterAll',
  'can-receive': 'filterCanReceive',
  awaiting: 'filterAwaiting',
  refused: 'filterRefused',
} as const

async function RegisterTools({ view }: { view: RegisterView }) {
  const words = await getTranslations('customers')
  return (
    <div className="mb-4 grid gap-3">
      <search>
        <form action="/customers" className="flex flex-wrap items-start gap-3">
          {view.show !== 'all' && <input type="hidden" name="show" value={view.show} />}
          <TextField
            key={view.q}
            id="q"
            name="q"
            type="search"
            label={words('registerSearch')}
            hint={words('registerHint')}
            defaultValue={view.q}
            maxLength={100}
            autoComplete="off"
            enterKeyHint="search"
            className="min-w-0 grow basis-full sm:max-w-text sm:basis-60"
          />
          <Button type="submit" className="sm:mt-[1.6875rem]">
            {words('searchButton')}
          </Button>
        </form>
      </search>
      <nav aria-label={words('show')}>
        <ul className="flex flex-wrap gap-2">
          {registerShows.map((show) => (
            <li key={show}>
              <Link
                href={registerHref({ ...view, show, limit: registerStep })}
                aria-current={show === view.show ? 'true' : undefined}
                className={buttonClass(
                  'secondary',
                  show === view.show ? 'border-brand bg-brand-soft font-semibold' : 'font-normal',
                )}
              >
                {words(chipWords[show])}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

/** Says what was just taken out, with *Ångra*, or that it is back. */
async function Changed({ query, view }: { query: Awaited<Props['searchParams']>; view: RegisterView }) {
  const ctx = await requireContext('supplier')
  const words = await getTranslations('customers')
  const idAt = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const customer = await getCustomer(ctx, idAt('removed') || idAt('restored'))
  if (!customer) return null
  if (customer.removedAt === null) {
    return idAt('restored') === customer.id ? (
      <TimedNotice key={`restored ${customer.id}`}>
        <Banner tone="ok">{words('restored', { name: customer.name })}</Banner>
      </TimedNotice>
    ) : null
  }
  return (
    <TimedNotice key={`removed ${customer.id} ${customer.removedAt.getTime()}`}>
      <Banner
        tone="info"
        actions={
          <RestoreButton
            customerId={customer.id}
            view={{ q: view.q, show: view.show }}
            words={{ button: words('undo'), pending: words('undoing') }}
          />
        }
      >
        {words('removed', { name: customer.name })}
      </Banner>
    </TimedNotice>
  )
}
