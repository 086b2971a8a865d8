import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable } from '#app/_components/data-table.tsx'
import { OrgNumber } from '#app/_invoice/org-number.tsx'
import type { RegisterRow } from '#lib/services/customers/customers.ts'
import { LinkStatus } from './link-status.tsx'
import type { RegisterView } from './register-link.ts'
import { RowMenu } from './row-menu.client.tsx'

/** The customers: a table on a desk, cards on a phone. The name leads to the customer's page. */
export function RegisterTable({ rows, view }: { rows: readonly RegisterRow[]; view: RegisterView }) {
  const words = useTranslations('customers')
  const menuWords = (name: string) => ({
    name: words('moreFor', { name }),
    createInvoice: words('createInvoice'),
    view: words('view'),
    editNumber: words('editNumber'),
    remove: words('remove'),
    removing: words('removing'),
  })
  return (
    <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
      <DataTable
        caption={words('title')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            header: words('name'),
            card: 'title',
            cell: (row) => (
              <Link href={`/customers/${row.id}`} prefetch={false}>
                {row.name}
              </Link>
            ),
          },
          { key: 'org', header: words('orgNumber'), cell: (row) => <OrgNumber value={row.orgNumber} /> },
          {
            key: 'number',
            header: words('customerNumber'),
            cell: (row) => <span className="figures break-all">{row.customerNumber || words('none')}</span>,
          },
          {
            key: 'status',
            header: words('status'),
            card: 'block',
            cell: (row) => (
              <LinkStatus
                customer={row}
                isReachable={row.isReachable}
                request={{ ...row, customerId: row.id }}
              />
            ),
          },
          {
            key: 'last',
            header: words('lastInvoice'),
            cell: (row) => <span className="figures">{row.lastInvoiceOn ?? words('none')}</span>,
          },
          {
            key: 'actions',
            header: words('actions'),
            quietHeader: true,
            align: 'end',
            card: 'corner',
            cell: (row) => (
              <RowMenu
                customerId={row.id}
                view={{ q: view.q, show: view.show }}
                words={menuWords(row.name)}
              />
            ),
          },
        ]}
      />
    </div>
  )
}
