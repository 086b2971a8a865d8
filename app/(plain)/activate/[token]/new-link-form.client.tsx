'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { renewActivationAction } from './actions.ts'

/** *Skicka en ny länk*, on the page of a link that has gone out. */
export function NewLinkForm({ token }: { token: string }) {
  const words = useTranslations('activation')
  const register = useTranslations('register')
  const common = useTranslations('common')
  const [state, send] = useActionState(renewActivationAction, idle)
  const wait = state.status === 'ok' && !state.value.sent ? state.value.seconds : 0
  return (
    <ActionForm state={state} send={send} className="grid gap-2">
      <input type="hidden" name="token" value={token} />
      <SubmitButton pendingText={common('sending')}>{words('newLink')}</SubmitButton>
      <p role="status" className="text-hint">
        {wait > 0 && register('wait', { seconds: wait })}
      </p>
    </ActionForm>
  )
}
