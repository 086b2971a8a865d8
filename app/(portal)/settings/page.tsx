import { ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Icon } from '#app/_components/icon.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { currentSession, requireContext } from '#app/_server/session.ts'
import { settingsOf } from './settings-list.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('settings')
  return { title: words('title') }
}

/** *Inställningar*: the list of its pages. */
export default async function SettingsIndexPage() {
  await requireContext('company')
  const session = await currentSession()
  const words = await getTranslations('settings')
  return (
    <div className="max-w-text">
      <PageHeader title={words('title')} />
      <ul className="card divide-y divide-line p-0 desk:p-0">
        {settingsOf(session?.kind === 'supplier' ? 'supplier' : 'recipient').map(({ href, word, lead }) => (
          <li key={href}>
            <Link
              href={href}
              className="flex min-h-14 items-center justify-between gap-3 px-4 py-3 text-ink no-underline hover:bg-neutral-soft desk:px-5"
            >
              <span className="grid">
                <span className="font-semibold">{words(word)}</span>
                <span className="text-hint text-muted">{words(lead)}</span>
              </span>
              <Icon of={ChevronRight} className="flex-none text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
