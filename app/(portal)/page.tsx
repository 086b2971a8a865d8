import { ChevronRight, CircleCheck, CircleDashed, FilePlus, type LucideIcon, UserPlus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { CopyButton } from '#app/_form/copy-invoice/copy-button.client.tsx'
import { DeliveryTag } from '#app/_invoice/delivery-status.tsx'
import { Money } from '#app/_invoice/money.tsx'
import { currentSession, requireContext } from '#app/_server/session.ts'
import { getStartOverview } from '#lib/services/invoices/start-overview.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

type Overview = Awaited<ReturnType<typeof getStartOverview>>

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('nav')
  return { title: words('start') }
}

/** *Start*: the one main button, what is left to set up, what waits, what was sent last. */
export default async function StartPage({ searchParams }: Props) {
  const session = await currentSession()
  if (session?.kind === 'recipient') redirect('/inbox')
  if (session?.kind === 'operator') redirect('/operator')
  const ctx = await requireContext('supplier')
  const overview = await getStartOverview(ctx)
  const isWanted = (await searchParams).checklist === 'shown'
  const words = await getTranslations('start')
  return (
    <>
      <PageHeader title={words('hello', { name: ctx.userName })}>
        <div className="flex w-full flex-wrap gap-3 sm:w-auto">
          <LinkButton href="/customers/search" icon={UserPlus} className="grow">
            {words('addCustomer')}
          </LinkButton>
          <LinkButton
            href="/invoices/new"
            look="primary"
            icon={FilePlus}
            className="order-first grow sm:order-none"
          >
            {words('create')}
          </LinkButton>
        </div>
      </PageHeader>
      <div className="grid gap-4">
        <GetStarted overview={overview} isSandbox={ctx.isSandbox === true} isWanted={isWanted} />
        <ToDo overview={overview} />
        <Again overview={overview} />
        <Latest overview={overview} />
      </div>
    </>
  )
}

const rowClass =
  'flex min-h-14 items-center gap-3 border-t border-line px-4 text-ink no-underline hover:bg-neutral-soft'

function Row({
  href,
  icon,
  children,
  end,
}: {
  href: string
  icon?: LucideIcon
  children: ReactNode
  end?: ReactNode
}) {
  return (
    <li>
      <Link href={href} className={rowClass}>
        {icon && <Icon of={icon} className="flex-none text-muted" />}
        <span className="grow">{children}</span>
        {end}
        <Icon of={ChevronRight} className="flex-none text-subtle" />
      </Link>
    </li>
  )
}

/** Goes away when all is done; *Visa igen* on the help page asks for it. */
async function GetStarted({
  overview: { waiting, companyComplete },
  isSandbox,
  isWanted,
}: {
  overview: Overview
  isSandbox: boolean
  isWanted: boolean
}) {
  const words = await getTranslations('start')
  const steps = [
    // Nobody is here without having opened the link in the letter, but who only tries Talong out: they got none.
    ...(isSandbox ? [] : [{ href: '/settings/user', done: true, text: words('stepEmail') }]),
    { href: '/settings/company', done: companyComplete, text: words('stepCompany') },
    { href: '/customers/search', done: waiting.customers > 0, text: words('stepCustomer') },
    { href: '/invoices/new', done: waiting.sent > 0, text: words('stepInvoice') },
  ]
  const done = steps.filter((step) => step.done).length
  if (done === steps.length && !isWanted) return null
  return (
    <section aria-labelledby="get-started" className="card overflow-hidden p-0">
      <h2 id="get-started" className="px-4 py-3">
        {words('getStarted', { done: String(done), all: String(steps.length) })}
      </h2>
      <ol>
        {steps.map((step) => (
          <Row
            key={step.href}
            href={step.href}
            icon={step.done ? CircleCheck : CircleDashed}
            end={
              <span className={`flex-none ${step.done ? 'text-ok' : 'text-muted'}`}>
                {words(step.done ? 'done' : 'notDone')}
              </span>
            }
          >
            {step.text}
          </Row>
        ))}
      </ol>
    </section>
  )
}

async function ToDo({ overview: { waiting, failed } }: { overview: Overview }) {
  const words = await getTranslations('start')
  const rows = (
    [
      { key: 'ready', href: '/send', count: waiting.ready },
      { key: 'failed', href: '/documents?status=failed&range=all', count: failed },
      { key: 'drafts', href: '/documents/drafts', count: waiting.drafts },
      { key: 'awaiting', href: '/customers', count: waiting.awaitingApproval },
    ] as const
  ).filter((row) => row.count > 0)
  // A company that has done nothing yet is helped by the checklist alone.
  if (rows.length === 0 && waiting.sent === 0) return null
  return (
    <section aria-labelledby="to-do" className="card overflow-hidden p-0">
      <h2 id="to-do" className="px-4 py-3">
        {words('todo')}
      </h2>
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-muted">{words('nothingToDo')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <Row key={row.key} href={row.href}>
              {words(row.key, { count: row.count })}
            </Row>
          ))}
        </ul>
      )}
    </section>
  )
}

/** *Som förra gången* (K19): the last invoice to each of the latest customers, a tap from its copy. */
async function Again({ overview: { again } }: { overview: Overview }) {
  const words = await getTranslations('start')
  if (again.length === 0) return null
  return (
    <section aria-labelledby="again" className="card overflow-hidden p-0">
      <h2 id="again" className="px-4 py-3">
        {words('asLastTime')}
      </h2>
      <ClientMessages namespaces={['documents']}>
        <ul>
          {again.map(({ id, buyerName, number, issueDate, amountDue, currency }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line px-4 py-2.5"
            >
              <span className="min-w-0">
                <span className="font-semibold">{buyerName}</span>
                <span className="figures block text-hint text-muted">
                  {words('lastInvoice', { number: number ?? '' })} · {issueDate} ·{' '}
                  <Money amount={amountDue ?? '0'} currency={currency} />
                </span>
              </span>
              <CopyButton
                invoiceId={id}
                words={{ button: words('asLastTime'), name: words('asLastTimeTo', { customer: buyerName }) }}
              />
            </li>
          ))}
        </ul>
      </ClientMessages>
    </section>
  )
}

async function Latest({ overview: { latest } }: { overview: Overview }) {
  const words = await getTranslations('start')
  const columnWords = await getTranslations('documents')
  if (latest.length === 0) return null
  return (
    <section aria-labelledby="latest">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="latest">{words('latest')}</h2>
        <Link href="/documents">{words('allDocuments')}</Link>
      </div>
      <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
        <DataTable
          caption={words('latest')}
          rows={latest}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'number',
              header: columnWords('number'),
              card: 'title',
              cell: (row) => <Link href={`/documents/${row.id}`}>{row.number}</Link>,
            },
            { key: 'buyer', header: columnWords('recipient'), card: 'block', cell: (row) => row.buyerName },
            {
              key: 'amount',
              header: columnWords('amount'),
              align: 'end',
              card: 'corner',
              cell: (row) => <Money amount={row.amountDue ?? '0'} currency={row.currency} />,
            },
            {
              key: 'status',
              header: columnWords('status'),
              card: 'block',
              cell: (row) => <DeliveryTag {...row} />,
            },
          ]}
        />
      </div>
    </section>
  )
}
