import { getTranslations } from 'next-intl/server'
import { Banner } from '#app/_components/banner.tsx'
import type { EditorData } from '#lib/services/invoices/drafts.ts'

/** Names what the template that was opened had and that is no longer there (invoice-fields 2.2); nothing otherwise. */
export async function TemplateGone({ missing }: { missing: EditorData['missing'] }) {
  if (missing === undefined || (!missing.customer && missing.accounts === 0)) return null
  const words = await getTranslations('templates')
  return (
    <div className="mb-4">
      <Banner tone="wait" title={words('goneTitle')}>
        {missing.customer && (
          <p>
            {missing.customerName === ''
              ? words('goneCustomerUnnamed')
              : words('goneCustomer', { name: missing.customerName })}
          </p>
        )}
        {missing.accounts > 0 && <p>{words('goneAccounts', { count: missing.accounts })}</p>}
      </Banner>
    </div>
  )
}
