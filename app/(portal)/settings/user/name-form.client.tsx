'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { SaveBar } from '#app/_form/save-bar.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { formatTime } from '#lib/i18n/format.ts'
import { changeNameAction } from './actions.ts'

/** The user's own name. */
export function NameForm({ name }: { name: string }) {
  const labels = useTranslations('fields')
  const common = useTranslations('common')
  const locale = useLocale()
  const [state, send] = useActionState(changeNameAction, idle)
  return (
    <ActionForm state={state} send={send}>
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        label={labels('name')}
        error={faultAt(state, 'name')}
        required
        defaultValue={typedAt(state, 'name', name)}
      />
      <SaveBar
        saved={state.status === 'ok' && common('savedAt', { time: formatTime(state.value.savedAt, locale) })}
      />
    </ActionForm>
  )
}
