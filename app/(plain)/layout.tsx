import type { ReactNode } from 'react'
import { PlainShell } from '#app/_components/plain-shell.tsx'
import { changeLanguageAction } from '#app/_server/actions.ts'

/** The pages before the sign-in. */
export default function PlainLayout({ children }: { children: ReactNode }) {
  return <PlainShell changeLanguage={changeLanguageAction}>{children}</PlainShell>
}
