import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlainShell } from '#app/_components/plain-shell.tsx'
import { changeLanguageAction } from '#app/_server/actions.ts'
import { container } from '#app/_server/container.ts'
import { currentSession } from '#app/_server/session.ts'
import { PortalShell } from '#app/portal-shell.tsx'
import { HelpText } from './help-text.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('help')
  return { title: words('title') }
}

/** *Hjälp*, for everybody: in the portal's frame for whoever is signed in. `?q=` searches, without script too. */
export default async function HelpPage({ searchParams }: Props) {
  const { config } = await container()
  const { q } = await searchParams
  const session = await currentSession()
  const text = (
    <HelpText
      phone={config.supportPhone}
      email={config.supportEmail}
      hours={config.supportHours}
      text={typeof q === 'string' ? q.trim().slice(0, 100) : ''}
      isSupplier={session?.kind === 'supplier'}
    />
  )
  if (session) return <PortalShell>{text}</PortalShell>
  return (
    <PlainShell changeLanguage={changeLanguageAction} width="text">
      {text}
    </PlainShell>
  )
}
