import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { type Tone, toneClasses, toneIcons } from './status-tag.tsx'

type BannerProps = {
  tone: Tone
  title?: ReactNode
  children?: ReactNode
  /** `status` is announced politely when it appears, `alert` at once; leave out for what stands there from the start. */
  role?: 'status' | 'alert'
  actions?: ReactNode
}

/** A message across the page that stays until it is no longer true. */
export function Banner({ tone, title, children, role, actions }: BannerProps) {
  return (
    <div className={`banner ${toneClasses[tone]}`} role={role}>
      <Icon of={toneIcons[tone]} />
      <div className="banner-text grid gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  )
}
