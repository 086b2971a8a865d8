'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState, useEffect, useState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { formatTime } from '#lib/i18n/format.ts'
import { resendAction } from '../actions.ts'

const pauseSeconds = 30

/** *Skicka igen*, with the pause as text beside the button, which always answers. */
export function ResendForm({ seconds }: { seconds: number }) {
  const words = useTranslations('register')
  const common = useTranslations('common')
  const locale = useLocale()
  const [state, send] = useActionState(resendAction, idle)
  const answer = state.status === 'ok' ? state.value : undefined
  const left = useSecondsLeft(answer?.sentAt ? pauseSeconds : (answer?.wait ?? seconds), answer)
  return (
    <ActionForm state={state} send={send} className="grid gap-2">
      <div>
        <SubmitButton look="secondary" pendingText={common('sending')}>
          {words('resend')}
        </SubmitButton>
      </div>
      <p role="status" className="text-hint font-semibold">
        {answer?.sentAt && words('resent', { time: formatTime(answer.sentAt, locale) })}
        {answer && answer.wait > 0 && left > 0 && words('wait', { seconds: answer.wait })}
      </p>
      {left > 0 && <p className="text-hint text-muted">{words('resendIn', { seconds: left })}</p>}
    </ActionForm>
  )
}

/** Counts down from `seconds`, anew for every `answer`. */
function useSecondsLeft(seconds: number, answer: unknown): number {
  const [counted, setCounted] = useState({ answer, left: seconds })
  if (counted.answer !== answer) setCounted({ answer, left: seconds })
  const isOver = counted.left <= 0
  useEffect(() => {
    if (isOver) return
    const tick = setInterval(
      () => setCounted((before) => ({ ...before, left: Math.max(0, before.left - 1) })),
      1000,
    )
    return () => clearInterval(tick)
  }, [isOver])
  return counted.left
}
