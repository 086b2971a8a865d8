import { ChevronRight, LogOut } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ShellActions, type ShellCounts, type ShellUser, TemplateCount } from './app-shell.tsx'
import { Icon } from './icon.tsx'
import { moreItems } from './nav-items.ts'
import { SignOutForm } from './sign-out-form.client.tsx'

const row =
  'flex min-h-14 w-full items-center gap-3 border-t border-line px-4 text-start text-ink no-underline'

/** The page "Mer" of a phone: the ways that the tab bar has no room for, who is signed in, sign out. */
export function MoreMenu({
  user,
  counts,
  actions,
}: {
  user: ShellUser
  counts: Pick<ShellCounts, 'templates'>
  actions: Pick<ShellActions, 'signOut'>
}) {
  const words = useTranslations('nav')
  return (
    <div className="card max-w-column overflow-hidden p-0">
      <p className="px-4 py-3">
        <span className="block font-semibold">{user.companyName}</span>
        <span className="block text-hint text-muted">{words('signedInAs', { name: user.userName })}</span>
      </p>
      <ul>
        {moreItems[user.kind].map((item) => (
          <li key={item.href}>
            <Link href={item.href} className={row}>
              <Icon of={item.icon} />
              <span className="grow">
                {words(item.word)}
                <TemplateCount item={item} counts={counts} />
              </span>
              <Icon of={ChevronRight} className="text-subtle" />
            </Link>
          </li>
        ))}
      </ul>
      <SignOutForm action={actions.signOut}>
        <button type="submit" className={row}>
          <Icon of={LogOut} />
          {words('signOut')}
        </button>
      </SignOutForm>
    </div>
  )
}
