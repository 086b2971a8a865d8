'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { PasswordField } from '#app/_components/password-field.client.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { NewPasswordField } from '#app/_form/new-password-field.client.tsx'
import { SavedNote } from '#app/_form/saved-note.client.tsx'
import { faultAt, idle } from '#app/_server/action-state.ts'
import { formatTime } from '#lib/i18n/format.ts'
import { changePasswordAction } from './actions.ts'

/** The current password and the new one. Both fields are emptied once it is changed. */
export function ChangePasswordForm({ email }: { email: string }) {
  const words = useTranslations('userSettings')
  const labels = useTranslations('fields')
  const common = useTranslations('common')
  const locale = useLocale()
  const [state, send] = useActionState(changePasswordAction, idle)
  const changedAt = state.status === 'ok' ? state.value.changedAt : undefined
  return (
    <ActionForm state={state} send={send}>
      <input hidden readOnly type="email" autoComplete="username" value={email} />
      <PasswordField
        key={`current-${changedAt}`}
        id="currentPassword"
        name="currentPassword"
        autoComplete="current-password"
        label={labels('currentPassword')}
        error={faultAt(state, 'currentPassword')}
        required
      />
      <NewPasswordField
        key={`new-${changedAt}`}
        label={labels('newPassword')}
        error={faultAt(state, 'password')}
        attempt={state}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingText={common('saving')}>{words('changePassword')}</SubmitButton>
        <SavedNote>
          {changedAt && words('passwordChanged', { time: formatTime(changedAt, locale) })}
        </SavedNote>
      </div>
    </ActionForm>
  )
}
