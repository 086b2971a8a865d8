'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/**
 * A link of the navigation that knows whether it is where one is: "page" exactly there, "true" below it. `covers` is
 * the folder whose pages count as below it, where that is not the link's own address.
 */
export function NavLink({
  href,
  covers = href,
  className,
  children,
}: {
  href: string
  covers?: string | undefined
  className?: string
  children: ReactNode
}) {
  const pathname = usePathname()
  const below = href !== '/' && pathname.startsWith(`${covers}/`)
  const current = pathname === href ? 'page' : below ? 'true' : undefined
  return (
    <Link href={href} aria-current={current} className={className ?? ''}>
      {children}
    </Link>
  )
}
