import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MoreMenu } from '#app/_components/more-menu.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { signOutAction } from '#app/_server/actions.ts'
import { contextFor, currentSession, requireContext } from '#app/_server/session.ts'
import { getShellFacts } from '#lib/services/company/shell-facts.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('nav')
  return { title: words('more') }
}

/** *Mer*: on a phone, the ways that the tab bar has no room for. */
export default async function MorePage() {
  const ctx = await requireContext('signed-in')
  const session = await currentSession()
  const tenant = await contextFor('company')
  const facts = tenant ? await getShellFacts(tenant) : null
  const words = await getTranslations('nav')
  return (
    <>
      <PageHeader title={words('more')} />
      <MoreMenu
        user={{
          companyName: facts?.companyName ?? 'Talong',
          userName: ctx.userName,
          kind: session?.kind ?? 'supplier',
        }}
        counts={{ templates: facts?.templates ?? { used: 0, limit: 0 } }}
        actions={{ signOut: signOutAction }}
      />
    </>
  )
}
