'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { PasswordField } from '#app/_components/password-field.client.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { SaveBar } from '#app/_form/save-bar.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { formatTime } from '#lib/i18n/format.ts'
import { changeEmailAction } from './actions.ts'

/** The new address and the current password. Both are emptied once the link has gone. */
export function EmailForm() {
  const words = useTranslations('userSettings')
  const labels = useTranslations('fields')
  const locale = useLocale()
  const [state, send] = useActionState(changeEmailAction, idle)
  const sent = state.status === 'ok' ? state.value : undefined
  return (
    <ActionForm
      state={state}
      send={send}
      fieldIds={{ email: 'new-email', currentPassword: 'email-current-password' }}
    >
      <TextField
        key={`email-${sent?.sentAt}`}
        id="new-email"
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        label={words('newEmail')}
        error={faultAt(state, 'email')}
        required
        defaultValue={typedAt(state, 'email')}
      />
      <PasswordField
        key={`password-${sent?.sentAt}`}
        id="email-current-password"
        name="currentPassword"
        autoComplete="current-password"
        label={labels('currentPassword')}
        error={faultAt(state, 'currentPassword')}
        required
      />
      <SaveBar
        label={words('changeEmail')}
        saved={sent && words('emailSent', { time: formatTime(sent.sentAt, locale), email: sent.email })}
      />
    </ActionForm>
  )
}
