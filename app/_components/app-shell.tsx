import { LogOut } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { type FormAction, LanguageSwitch } from './language-switch.tsx'
import { Logo } from './logo.tsx'
import { NavCount } from './nav-count.client.tsx'
import { type NavItem, sideItems, tabItems, type UserKind } from './nav-items.ts'
import { NavLink } from './nav-link.client.tsx'
import { SignOutForm } from './sign-out-form.client.tsx'
import { Question } from './signs.tsx'

/** The signed-in person as the shell shows them. */
export type ShellUser = { companyName: string; userName: string; kind: UserKind }

/** Numbers on the navigation: how many invoices wait in Godkänn och skicka, how many templates of how many there are. */
export type ShellCounts = { toSend: number; templates: { used: number; limit: number } }

/** What the shell's own forms are posted to. */
export type ShellActions = { changeLanguage: FormAction; signOut: FormAction }

type AppShellProps = { user: ShellUser; counts: ShellCounts; actions: ShellActions; children: ReactNode }

/**
 * The frame of every page behind the sign-in: navigation at the left (pictures alone between 833 and 1100 px), on a
 * phone a bar with the company's name above and five tabs below. Language and Hjälp keep their places everywhere.
 */
export function AppShell({ user, counts, actions, children }: AppShellProps) {
  const words = useTranslations('nav')
  return (
    <div className="shell">
      <header className="topbar">
        <p className="min-w-0 truncate font-semibold">{user.companyName}</p>
        <div className="flex flex-none items-center">
          <LanguageSwitch action={actions.changeLanguage} />
          <Link href="/help" className="button button-icon">
            <Icon of={Question} />
            <span className="sr-only">{words('help')}</span>
          </Link>
        </div>
      </header>
      <SideNav user={user} counts={counts} actions={actions} />
      <main id="main" tabIndex={-1} className="shell-main">
        {children}
      </main>
      <nav className="tabs" aria-label={words('main')}>
        <ul>
          {tabItems[user.kind].map((item) => (
            <li key={item.href}>
              <NavLink href={item.href} covers={item.covers}>
                <Icon of={item.icon} />
                <span>{words(item.short)}</span>
                {item.counted === 'toSend' && <NavCount counts={counts} />}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function SideNav({ user, counts, actions }: Omit<AppShellProps, 'children'>) {
  const words = useTranslations('nav')
  return (
    <header className="side">
      <div className="flex justify-center px-3 pb-4 @min-[8rem]/side:justify-start">
        <Link href="/" className="no-underline">
          <Logo name="Talong" nameClass="sr-only @min-[8rem]/side:not-sr-only" />
        </Link>
      </div>
      <nav aria-label={words('main')}>
        <ul>
          {sideItems[user.kind].map((item) => (
            <li key={item.href}>
              <NavLink href={item.href} covers={item.covers} className="side-link">
                <Icon of={item.icon} />
                <span className="nav-name">
                  {words(item.word)}
                  <TemplateCount item={item} counts={counts} />
                </span>
                {item.counted === 'toSend' && <NavCount counts={counts} />}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto grid gap-1 border-t border-line pt-3">
        <div className="wide-only px-3 pb-1 text-hint">
          <p className="font-semibold">{user.companyName}</p>
          <p className="text-muted">{user.userName}</p>
        </div>
        <LanguageSwitch action={actions.changeLanguage} />
        <SignOutForm action={actions.signOut}>
          <button type="submit" className="side-link w-full">
            <Icon of={LogOut} />
            <span className="nav-name">{words('signOut')}</span>
          </button>
        </SignOutForm>
      </div>
    </header>
  )
}

/** "(3/10)" after the name: how many templates there are of how many one may have (S26). */
export function TemplateCount({ item, counts }: { item: NavItem; counts: Pick<ShellCounts, 'templates'> }) {
  const words = useTranslations('nav')
  if (item.counted !== 'templates') return null
  const { used, limit } = counts.templates
  return (
    <span className="figures whitespace-nowrap">
      {' '}
      {words('templatesCount', { used: String(used), limit: String(limit) })}
    </span>
  )
}
