import { useTranslations } from 'next-intl'
import { Banner } from '#app/_components/banner.tsx'
import { accountText } from '#app/_invoice/company-lines.tsx'
import { accountOfName, newAccounts } from '#lib/invoice/paid-accounts.ts'
import type { openInboxDocument } from '#lib/services/inbox/inbox.ts'

type Document = NonNullable<Awaited<ReturnType<typeof openInboxDocument>>>

/** That the money is to go elsewhere than last time, and what to do before it does (K32). Nothing where it is as before. */
export function AccountWarning({
  document: { accounts, accountsBefore, senderName },
}: {
  document: Document
}) {
  const words = useTranslations('inbox')
  const changed = newAccounts(accounts, accountsBefore)
  if (changed.length === 0) return null
  const list = (names: readonly string[]) => names.map((name) => accountText(accountOfName(name))).join(', ')
  const said = { now: list(changed), before: list(accountsBefore ?? []), supplier: senderName }
  return (
    <div className="no-print mb-4 max-w-paper">
      <Banner tone="wait" title={words('newAccountTitle')}>
        {words('newAccountText', said)}
      </Banner>
    </div>
  )
}
