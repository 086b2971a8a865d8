import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '#app/_components/icon.tsx'
import { NavLink } from '#app/_components/nav-link.client.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import type { Messages } from '#lib/i18n/messages.ts'
import { type SettingsKind, settingsOf } from './settings-list.ts'

type SettingsWord = Extract<
  keyof Messages['settings'],
  'title' | 'user' | 'company' | 'payment' | 'invoicing' | 'addAccount' | 'changeAccount'
>

type SettingsPageProps = {
  kind: SettingsKind
  title: SettingsWord
  /** The page this one lies under; the list of the settings unless told. */
  under?: { href: string; word: SettingsWord }
  children: ReactNode
}

const list = { href: '/settings', word: 'title' } as const

/** One page of the settings: the others beside each other at the desk, the way back on a phone. */
export function SettingsPage({ kind, title, under = list, children }: SettingsPageProps) {
  const words = useTranslations('settings')
  return (
    <div className="max-w-text">
      <Link
        href={under.href}
        className="mb-2 inline-flex min-h-(--control-height) items-center gap-1 desk:hidden"
      >
        <Icon of={ChevronLeft} size={18} />
        {words(under.word)}
      </Link>
      <nav aria-label={words('title')} className="mb-5 hidden border-b border-line desk:block">
        <ul className="flex gap-1">
          {settingsOf(kind).map(({ href, word }) => (
            <li key={href}>
              <NavLink
                href={href}
                className="inline-flex min-h-(--control-height) items-center border-b-2 border-transparent px-3 no-underline aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {words(word)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <PageHeader title={words(title)} />
      {children}
    </div>
  )
}
