import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '#app/_components/banner.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { SavedNote } from '#app/_form/saved-note.client.tsx'
import { requireContext } from '#app/_server/session.ts'
import { formatTime } from '#lib/i18n/format.ts'
import { listAccounts } from '#lib/services/company/accounts.ts'
import { SettingsPage } from '../settings-page.tsx'
import { AddAccountForm } from './account-form.client.tsx'
import { AccountList } from './account-list.tsx'
import { accountNumberWords } from './account-words.ts'
import { emptyAccount } from './empty-account.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('settings')
  return { title: words('payment') }
}

/** *Betalning*: the accounts that stand on the invoices (BG-17). `?saved=` is the time of the last change. */
export default async function PaymentSettingsPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string | string[] }>
}) {
  const ctx = await requireContext('supplier')
  const accounts = await listAccounts(ctx)
  const words = await getTranslations('settings')
  const common = await getTranslations('common')
  const payment = await getTranslations('paymentSettings')
  const savedAt = readInstant((await searchParams).saved)
  const locale = await getLocale()
  return (
    <SettingsPage kind="supplier" title="payment">
      <p className="mb-4 text-muted">{words('paymentHint')}</p>
      <SavedNote>{savedAt && common('savedAt', { time: formatTime(savedAt, locale) })}</SavedNote>
      {accounts.length === 0 ? (
        <div className="grid gap-5">
          <Banner tone="wait" title={payment('none')}>
            {payment('noneText')}
          </Banner>
          <ClientMessages namespaces={['paymentSettings', 'fields']}>
            <AddAccountForm
              isFirst
              initial={emptyAccount}
              numberWords={await accountNumberWords()}
              email={ctx.userEmail}
            />
          </ClientMessages>
        </div>
      ) : (
        <div className="grid gap-5">
          <AccountList accounts={accounts} />
          <div className="flex flex-wrap gap-3">
            <LinkButton href="/settings/payment/new" icon={Plus}>
              {words('addAccount')}
            </LinkButton>
            {savedAt && <LinkButton href="/customers">{words('toCustomers')}</LinkButton>}
          </div>
        </div>
      )}
    </SettingsPage>
  )
}

/** An instant as the address says it; null when it says none. */
function readInstant(text: string | string[] | undefined): Date | null {
  if (typeof text !== 'string') return null
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? null : instant
}
