import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** The two lists of *Mina dokument*, as links. */
export function DocumentTabs({ current }: { current: 'sent' | 'drafts' }) {
  const words = useTranslations('documents')
  const tabs = [
    { key: 'sent', href: '/documents' },
    { key: 'drafts', href: '/documents/drafts' },
  ] as const
  return (
    <nav aria-label={words('tabs')} className="mb-4 border-b border-line">
      <ul className="flex flex-wrap gap-x-2">
        {tabs.map(({ key, href }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={key === current ? 'page' : undefined}
              className="-mb-px inline-flex min-h-(--control-height) items-center border-b-3 border-transparent px-3 text-ink no-underline hover:border-control aria-[current=page]:border-brand aria-[current=page]:font-semibold"
            >
              {words(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
