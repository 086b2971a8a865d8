'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link of the navigation that knows whether it is where one is: "page" exactly there, "true" below it. */
export function NavLink({
  href,
  className,
  children,
}: {
  href: string
  className?: string
  children: ReactNode
}) {
  const pathname = usePathname()
  const below = href !== '/' && pathname.startsWith(`${href}/`)
  const current = pathname === href ? 'page' : below ? 'true' : undefined
  return (
    <Link href={href} aria-current={current} className={className ?? ''}>
      {children}
    </Link>
  )
}
