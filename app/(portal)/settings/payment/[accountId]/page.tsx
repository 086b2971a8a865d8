import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { Disclosure } from '#app/_components/disclosure.tsx'
import { formatStoredNumber } from '#app/_invoice/number-check.ts'
import { requireContext } from '#app/_server/session.ts'
import { ocrChoiceOf } from '#lib/party/ocr.ts'
import { listAccounts } from '#lib/services/company/accounts.ts'
import { SettingsPage } from '../../settings-page.tsx'
import { ChangeAccountForm } from '../account-form.client.tsx'
import { accountNumberWords } from '../account-words.ts'
import { RemoveAccountForm } from '../remove-account-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('settings')
  return { title: words('changeAccount') }
}

/** One of the company's accounts: to be changed, or taken away. */
export default async function AccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  const ctx = await requireContext('supplier')
  const { accountId } = await params
  const accounts = await listAccounts(ctx)
  const account = accounts.find(({ id }) => id === accountId)
  if (!account) notFound()
  const common = await getTranslations('common')
  const words = await getTranslations('paymentSettings')
  const cancel = (
    <LinkButton href="/settings/payment" look="quiet">
      {common('cancel')}
    </LinkButton>
  )
  return (
    <SettingsPage
      kind="supplier"
      title="changeAccount"
      under={{ href: '/settings/payment', word: 'payment' }}
    >
      <ClientMessages namespaces={['paymentSettings', 'fields']}>
        <ChangeAccountForm
          accountId={account.id}
          initial={{
            kind: account.kind,
            number: formatStoredNumber(account.kind, account.number),
            bic: account.bic,
            ocr: ocrChoiceOf(account.ocrMode),
            isDefault: account.isDefault,
          }}
          numberWords={await accountNumberWords()}
          email={ctx.userEmail}
          cancel={cancel}
        />
        <div className="card mt-5">
          <Disclosure summary={words('remove')}>
            <RemoveAccountForm accountId={account.id} email={ctx.userEmail} isLast={accounts.length === 1} />
          </Disclosure>
        </div>
      </ClientMessages>
    </SettingsPage>
  )
}
