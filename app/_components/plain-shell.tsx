import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { type FormAction, LanguageSwitch } from './language-switch.tsx'
import { Logo } from './logo.tsx'
import { Question } from './signs.tsx'

type PlainShellProps = {
  children: ReactNode
  /** Left out where no action can be given: on error pages. */
  changeLanguage?: FormAction
  /** `text` for the agreement, which is long; otherwise the 480 px column. */
  width?: 'column' | 'text'
}

/**
 * The frame before the sign-in: logo, language, Hjälp, and one narrow column on paper. Its links are plain ones: the
 * script of Next's would be the biggest on the page, and would render three other pages ahead for whoever signs in.
 */
export function PlainShell({ children, changeLanguage, width = 'column' }: PlainShellProps) {
  const words = useTranslations('nav')
  return (
    <div className="min-h-dvh">
      <header className="no-print flex flex-wrap items-center justify-between gap-2 px-4 py-3 desk:px-8">
        <a href="/" className="no-underline">
          <Logo name="Talong" />
        </a>
        <div className="flex items-center gap-1">
          {changeLanguage && <LanguageSwitch action={changeLanguage} />}
          <a href="/help" className="inline-flex min-h-(--control-height) items-center gap-1.5 px-2">
            <Icon of={Question} />
            {words('help')}
          </a>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="px-4 pb-16 pt-4 desk:pt-8">
        <div className={`mx-auto ${width === 'text' ? 'max-w-text' : 'max-w-column'}`}>{children}</div>
      </main>
    </div>
  )
}
