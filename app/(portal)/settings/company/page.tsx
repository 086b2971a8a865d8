import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { numberWords } from '#app/_invoice/number-check.ts'
import { requireContext } from '#app/_server/session.ts'
import { countryCodes } from '#lib/codelists/countries.ts'
import { getCompany } from '#lib/services/company/company.ts'
import { SettingsPage } from '../settings-page.tsx'
import type { Country } from './address-fields.client.tsx'
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
  const words = numberWords(['org-number', 'vat-number', 'gln'], (fault) => faults(fault))
  const { values, hidden } = toCompanyValues(stored.company)
  return (
    <SettingsPage kind="supplier" title="company">
      <div className="grid gap-5">
        <Completeness stored={stored} isWelcome={(await searchParams).welcome === '1'} />
        <div>
          <ClientMessages namespaces={['settings', 'fields']}>
            <CompanyForm
              initial={values}
              hidden={hidden}
              countries={countriesIn(await getLocale())}
              numberWords={words}
            />
          </ClientMessages>
        </div>
      </div>
    </SettingsPage>
  )
}

/** Sweden first, the others by name. Codes that are no country of their own (1A, XI) belong to no company's address. */
function countriesIn(locale: string): readonly Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const { compare } = new Intl.Collator(locale)
  const countries = countryCodes
    .filter((code) => /^[A-Z]{2}$/.test(code) && code !== 'XI')
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => compare(a.name, b.name))
  return [...countries.filter(({ code }) => code === 'SE'), ...countries.filter(({ code }) => code !== 'SE')]
}
