import { Check, CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Warning } from './signs.tsx'

type SavedStateProps = {
  state: 'saving' | 'saved' | 'failed' | 'offline'
  children: ReactNode
  action?: ReactNode
}

/**
 * Says, as text that stays, whether what was typed is kept: "Utkastet sparat kl. 14.32". Nothing turns while it is on
 * its way: that is so at every key, and a moving picture would cost each of them a frame.
 */
export function SavedState({ state, children, action }: SavedStateProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-label text-muted">
      <p
        role="status"
        className={`flex items-center gap-1.5 ${state === 'failed' ? 'font-semibold text-bad' : ''}`}
      >
        {state === 'saved' && <Icon of={Check} size={18} className="flex-none" />}
        {state === 'failed' && <Icon of={Warning} size={18} className="flex-none" />}
        {state === 'offline' && <Icon of={CloudOff} size={18} className="flex-none" />}
        {children}
      </p>
      {action}
    </div>
  )
}
