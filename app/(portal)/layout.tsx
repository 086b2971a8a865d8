import type { ReactNode } from 'react'
import { requireContext } from '#app/_server/session.ts'
import { PortalShell } from '#app/portal-shell.tsx'

/** Every page in here is for somebody signed in; each page asks again for whom it is. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  await requireContext('signed-in')
  return <PortalShell>{children}</PortalShell>
}
