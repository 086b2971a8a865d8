import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** One step: `time` is shown and, with `instant` (ISO 8601), also machine-readable. */
export type TimelineStep = {
  key: string
  state: 'done' | 'current' | 'future' | 'failed'
  title: ReactNode
  time?: string
  instant?: string
  detail?: ReactNode
}

const words = {
  done: 'stepDone',
  current: 'stepCurrent',
  future: 'stepFuture',
  failed: 'stepFailed',
} as const

/** What has happened and what is still to come, oldest first: solid dots, then hollow ones. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  const translate = useTranslations('common')
  return (
    <ol className="timeline">
      {steps.map((step) => (
        <li
          key={step.key}
          className={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <p className={step.state === 'future' ? 'text-muted' : 'font-semibold'}>
            <span className="sr-only">{translate(words[step.state])} </span>
            {step.title}
          </p>
          {step.time !== undefined && (
            <p className="figures text-hint text-muted">
              <time dateTime={step.instant}>{step.time}</time>
            </p>
          )}
          {step.detail && <div className="text-hint text-muted">{step.detail}</div>}
        </li>
      ))}
    </ol>
  )
}
