import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Warning } from './signs.tsx'

/** Says at once why something was not done. A banner of one tone, for forms: they need not bring the pictures of all. */
export function Refusal({ children }: { children: ReactNode }) {
  return (
    <div className="banner tone-bad" role="alert">
      <Icon of={Warning} />
      <div className="banner-text">{children}</div>
    </div>
  )
}
