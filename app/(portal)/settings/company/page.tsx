import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { numberWords } from '#app/_invoice/number-check.ts'
import { requireContext } from '#app/_server/session.ts'
import { getCompany } from '#lib/services/company/company.ts'
import { SettingsPage } from '../settings-page.tsx'
import { CompanyForm } from './company-form.client.tsx'
import { toCompanyValues } from './company-values.ts'
import { Completeness } from './completeness.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('settings')
  return { title: words('company') }
}

/** *Företagsuppgifter* (S6, S7). `?welcome=1` comes from the activation and says what is next. */
export default async function CompanySettingsPage({
  searchParams,
}: {
  searchParams: Promise<{ welcome?: string | string[] }>
}) {
  const stored = await getCompany(await requireContext('supplier'))
  const faults = await getTranslations('faults')
  const words = numberWords(['org-number', 'vat-number'], (fault) => faults(fault))
  return (
    <SettingsPage kind="supplier" title="company">
      <div className="grid gap-5">
        <Completeness stored={stored} isWelcome={(await searchParams).welcome === '1'} />
        <div>
          <ClientMessages namespaces={['settings', 'fields']}>
            <CompanyForm initial={toCompanyValues(stored.company)} numberWords={words} />
          </ClientMessages>
        </div>
      </div>
    </SettingsPage>
  )
}
