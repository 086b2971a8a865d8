import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { formatStoredNumber, numberWords } from '#app/_invoice/number-check.ts'
import { requireContext } from '#app/_server/session.ts'
import { getCompany } from '#lib/services/company/company.ts'
import { SettingsPage } from '../settings-page.tsx'
import { PaymentForm } from './payment-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('settings')
  return { title: words('payment') }
}

/** *Betalning*: the account that stands on the invoices (BG-17). */
export default async function PaymentSettingsPage() {
  const { accounts } = await getCompany(await requireContext('supplier'))
  const words = await getTranslations('settings')
  const faults = await getTranslations('faults')
  const [account] = accounts
  const initial = account
    ? {
        kind: account.kind,
        number: formatStoredNumber(account.kind, account.number),
        bic: account.bic,
      }
    : { kind: 'bankgiro' as const, number: '', bic: '' }
  return (
    <SettingsPage kind="supplier" title="payment">
      <p className="mb-4 text-muted">{words('paymentHint')}</p>
      <ClientMessages namespaces={['settings', 'fields']}>
        <PaymentForm
          initial={initial}
          numberWords={numberWords(['bankgiro', 'plusgiro', 'iban'], (fault) => faults(fault))}
        />
      </ClientMessages>
    </SettingsPage>
  )
}
