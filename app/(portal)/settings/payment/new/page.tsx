import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { requireContext } from '#app/_server/session.ts'
import { listAccounts } from '#lib/services/company/accounts.ts'
import { SettingsPage } from '../../settings-page.tsx'
import { AddAccountForm } from '../account-form.client.tsx'
import { accountNumberWords } from '../account-words.ts'
import { emptyAccount } from '../empty-account.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('settings')
  return { title: words('addAccount') }
}

/** Another account that the company is paid to. */
export default async function NewAccountPage() {
  const ctx = await requireContext('supplier')
  const accounts = await listAccounts(ctx)
  const common = await getTranslations('common')
  const cancel = (
    <LinkButton href="/settings/payment" look="quiet">
      {common('cancel')}
    </LinkButton>
  )
  return (
    <SettingsPage kind="supplier" title="addAccount" under={{ href: '/settings/payment', word: 'payment' }}>
      <ClientMessages namespaces={['paymentSettings', 'fields']}>
        <AddAccountForm
          isFirst={accounts.length === 0}
          initial={emptyAccount}
          numberWords={await accountNumberWords()}
          email={ctx.userEmail}
          cancel={cancel}
        />
      </ClientMessages>
    </SettingsPage>
  )
}
