import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { requireContext } from '#app/_server/session.ts'
import { getInvoicing } from '#lib/services/company/invoicing.ts'
import { SettingsPage } from '../settings-page.tsx'
import { InvoicingForm } from './invoicing-form.client.tsx'
import { toInvoicingValues } from './invoicing-values.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('settings')
  return { title: words('invoicing') }
}

/** *Fakturor*: the number series (BT-1) and what new invoices start with. */
export default async function InvoicingSettingsPage() {
  const stored = await getInvoicing(await requireContext('supplier'))
  const { values, ticks } = toInvoicingValues(stored)
  return (
    <SettingsPage kind="supplier" title="invoicing">
      <ClientMessages namespaces={['invoicingSettings', 'fields']}>
        <InvoicingForm initial={values} ticks={ticks} year={stored.year} />
      </ClientMessages>
    </SettingsPage>
  )
}
