import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlainShell } from '#app/_components/plain-shell.tsx'
import { changeLanguageAction } from '#app/_server/actions.ts'
import { container } from '#app/_server/container.ts'
import { currentSession } from '#app/_server/session.ts'
import { PortalShell } from '#app/portal-shell.tsx'
import { HelpText } from './help-text.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('help')
  return { title: words('title') }
}

/** *Hjälp*, for everybody: in the portal's frame for whoever is signed in. */
export default async function HelpPage() {
  const { config } = await container()
  const text = <HelpText phone={config.supportPhone} email={config.supportEmail} />
  if (await currentSession()) return <PortalShell>{text}</PortalShell>
  return (
    <PlainShell changeLanguage={changeLanguageAction} width="text">
      {text}
    </PlainShell>
  )
}
