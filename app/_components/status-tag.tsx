import { CircleCheck, CircleDashed, Clock, Info, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Warning } from './signs.tsx'

/** What a state means to the reader: done, waiting, wrong, under way, or nothing yet. */
export type Tone = 'ok' | 'wait' | 'bad' | 'info' | 'neutral'

/** The fixed glyph of each tone. */
export const toneIcons: Readonly<Record<Tone, LucideIcon | typeof Warning>> = {
  ok: CircleCheck,
  wait: Clock,
  bad: Warning,
  info: Info,
  neutral: CircleDashed,
}

/** The fixed colours of each tone. */
export const toneClasses: Readonly<Record<Tone, string>> = {
  ok: 'tone-ok',
  wait: 'tone-wait',
  bad: 'tone-bad',
  info: 'tone-info',
  neutral: 'tone-neutral',
}

/** A state as word, picture and colour; the word alone is enough. */
export function StatusTag({ tone, icon, children }: { tone: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span className={`tag ${toneClasses[tone]}`}>
      <Icon of={icon ?? toneIcons[tone]} size={16} />
      {children}
    </span>
  )
}
