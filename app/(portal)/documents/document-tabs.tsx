import Link from 'next/link'
import { useTranslations } from 'next-intl'

type DocumentTabsProps = {
  current: 'sent' | 'drafts' | 'failed'
  /** How many sent invoices went wrong. */
  failed: number
}

/** The lists of *Mina dokument*, as links. */
export function DocumentTabs({ current, failed }: DocumentTabsProps) {
  const words = useTranslations('documents')
  const tabs = [
    { key: 'sent', href: '/documents', text: words('sent') },
    { key: 'drafts', href: '/documents/drafts', text: words('drafts') },
    {
      key: 'failed',
      href: '/documents?status=failed&range=all',
      text: words('failedTab', { count: String(failed) }),
    },
  ] as const
  return (
    <nav aria-label={words('tabs')} className="mb-4 border-b border-line">
      <ul className="flex flex-wrap desk:gap-x-2">
        {tabs.map(({ key, href, text }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={key === current ? 'page' : undefined}
              className="-mb-px inline-flex min-h-(--control-height) items-center border-b-3 border-transparent px-2 text-ink no-underline hover:border-control desk:px-3 aria-[current=page]:border-brand aria-[current=page]:font-semibold"
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
