import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LinkButton } from '#app/_components/button.tsx'
import { StatusTag } from '#app/_components/status-tag.tsx'
import { accountText } from '#app/_invoice/company-lines.tsx'
import type { listAccounts } from '#lib/services/company/accounts.ts'
import { ocrText } from './account-words.ts'

type Accounts = Awaited<ReturnType<typeof listAccounts>>

/** The company's accounts, the default first, each with the way to change it. */
export async function AccountList({ accounts }: { accounts: Accounts }) {
  const words = await getTranslations('paymentSettings')
  const hidden = (chunks: ReactNode) => <span className="sr-only">{chunks}</span>
  return (
    <ul aria-label={words('list')} className="card divide-y divide-line p-0 desk:p-0">
      {accounts.map(async (account) => (
        <li
          key={account.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 desk:px-5"
        >
          <div className="grid min-w-0 gap-0.5">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="figures font-semibold">{accountText(account)}</span>
              {account.isDefault && <StatusTag tone="info">{words('default')}</StatusTag>}
            </p>
            {account.bic !== '' && <p className="figures text-hint text-muted">BIC {account.bic}</p>}
            <p className="text-hint text-muted">{await ocrText(account.ocrMode)}</p>
          </div>
          <LinkButton href={`/settings/payment/${account.id}`} look="quiet" className="px-0">
            <span>{words.rich('changeOf', { account: accountText(account), hidden })}</span>
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}
