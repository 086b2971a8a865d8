'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { SaveBar } from '#app/_form/save-bar.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { formatTime } from '#lib/i18n/format.ts'
import { chooseMailAction } from './actions.ts'

/** Which letters the user gets (K30). Needs the words of `userSettings`. */
export function MailForm({ mailOnDelivered }: { mailOnDelivered: boolean }) {
  const words = useTranslations('userSettings')
  const common = useTranslations('common')
  const locale = useLocale()
  const [state, send] = useActionState(chooseMailAction, idle)
  return (
    <ActionForm state={state} send={send}>
      <Checkbox
        key={String(mailOnDelivered)}
        id="mailOnDelivered"
        name="mailOnDelivered"
        label={words('mailOnDelivered')}
        defaultChecked={mailOnDelivered}
      />
      <SaveBar
        saved={state.status === 'ok' && common('savedAt', { time: formatTime(state.value.savedAt, locale) })}
      />
    </ActionForm>
  )
}
