import 'server-only'
import type { ReactNode } from 'react'
import { getShellFacts } from '#lib/services/company/shell-facts.ts'
import { AppShell } from './_components/app-shell.tsx'
import { SandboxBanner } from './_components/sandbox-banner.tsx'
import { changeLanguageAction, signOutAction } from './_server/actions.ts'
import { contextFor, currentSession } from './_server/session.ts'

const noCompany = { companyName: 'Talong', isSandbox: false, toSend: 0, templates: { used: 0, limit: 0 } }

/** The portal's frame for whoever is signed in, around a page. Renders the page alone when nobody is. */
export async function PortalShell({ children }: { children: ReactNode }) {
  const session = await currentSession()
  if (!session) return children
  const tenant = await contextFor('company')
  const facts = tenant ? await getShellFacts(tenant) : noCompany
  return (
    <AppShell
      user={{ companyName: facts.companyName, userName: session.name, kind: session.kind }}
      counts={{ toSend: facts.toSend, templates: facts.templates }}
      actions={{ changeLanguage: changeLanguageAction, signOut: signOutAction }}
    >
      {facts.isSandbox && <SandboxBanner />}
      {children}
    </AppShell>
  )
}
