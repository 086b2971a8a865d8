import { UserPlus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { OrgNumber } from '#app/_invoice/company-lines.tsx'
import { requireContext } from '#app/_server/session.ts'
import { listCustomers } from '#lib/services/customers/customers.ts'
import { LinkStatus } from './link-status.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('customers')
  return { title: words('title') }
}

/** *Mitt kundregister* (S16, S17). */
export default async function CustomersPage() {
  const ctx = await requireContext('supplier')
  const customers = await listCustomers(ctx)
  const words = await getTranslations('customers')
  if (customers.length === 0) {
    return (
      <>
        <PageHeader title={words('title')} />
        <EmptyState
          drawing="customers"
          title={words('emptyTitle')}
          action={
            <LinkButton href="/customers/search" look="primary">
              {words('searchAndAdd')}
            </LinkButton>
          }
        >
          <p>{words('emptyText')}</p>
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={words('title')}>
        <LinkButton href="/customers/search" look="primary" icon={UserPlus}>
          {words('searchAndAdd')}
        </LinkButton>
      </PageHeader>
      <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
        <DataTable
          caption={words('title')}
          rows={customers}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', header: words('name'), card: 'title', cell: (row) => row.name },
            { key: 'org', header: words('orgNumber'), cell: (row) => <OrgNumber value={row.orgNumber} /> },
            {
              key: 'number',
              header: words('customerNumber'),
              cell: (row) => <span className="figures">{row.customerNumber || '–'}</span>,
            },
            {
              key: 'status',
              header: words('status'),
              card: 'block',
              cell: (row) => <LinkStatus customer={row} />,
            },
            {
              key: 'actions',
              header: words('actions'),
              quietHeader: true,
              align: 'end',
              card: 'block',
              cell: (row) => (
                <Link
                  href={`/invoices/new?customer=${row.id}`}
                  aria-label={words('createInvoiceTo', { name: row.name })}
                  className="inline-flex min-h-(--control-height) items-center"
                >
                  {words('createInvoice')}
                </Link>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
