'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Dialog } from '#app/_components/dialog.client.tsx'
import { formatTime } from '#lib/i18n/format.ts'
import { withStepTurned } from './draft-history.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import { useStepWords } from './use-step-words.client.ts'

/** *Senaste ändringar*: what was done since the form was opened, the last first, each with *Ångra* as long as it can be. */
export function RecentChangesDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useTranslations('invoice')
  const locale = useLocale()
  const { store } = useTools()
  const say = useStepWords()
  const draft = useEditor((state) => state.draft)
  const steps = useSyncExternalStore(store.subscribe, store.getSteps, store.getSteps)
  const [said, setSaid] = useState('')
  const rows = open
    ? steps.toReversed().flatMap((step) => {
        const what = say(step)
        return what === '' ? [] : [{ step, what, isPossible: withStepTurned(draft, step) !== null }]
      })
    : []
  const turn = (id: number, what: string, isUndone: boolean) => {
    if (store.turnStep(id)) setSaid(words(isUndone ? 'saidRedone' : 'saidUndone', { what }))
  }
  return (
    <Dialog open={open} onClose={onClose} title={words('recentChanges')}>
      <p role="status" className="sr-only">
        {said}
      </p>
      {rows.length === 0 ? (
        <p>{words('recentNone')}</p>
      ) : (
        <ol>
          {rows.map(({ step, what, isPossible }) => (
            <li
              key={step.id}
              className="flex min-h-12 items-center justify-between gap-3 border-t border-line py-1 first:border-t-0"
            >
              <span className="min-w-0 break-words">
                <span className={step.isUndone ? 'text-muted line-through' : undefined}>{what}</span>{' '}
                <span className="figures whitespace-nowrap text-hint text-muted">
                  {formatTime(step.at, locale)}
                  {step.isUndone && ` · ${words('stepUndone')}`}
                </span>
                {!isPossible && <span className="block text-hint text-muted">{words('stepChanged')}</span>}
              </span>
              {isPossible && (
                <Button
                  look="quiet"
                  className="flex-none px-2"
                  onClick={() => turn(step.id, what, step.isUndone)}
                >
                  {words(step.isUndone ? 'redo' : 'undo')} <span className="sr-only">{what}</span>
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}
