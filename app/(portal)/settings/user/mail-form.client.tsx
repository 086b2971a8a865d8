'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { SaveBar } from '#app/_form/save-bar.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { formatTime } from '#lib/i18n/format.ts'
import { chooseMailAction } from './actions.ts'

const choices = ['none', 'each', 'daily'] as const

/** Which letters the user gets about what is *Klar* (K30). Needs the words of `userSettings`. */
export function MailForm({ mailChoice }: { mailChoice: (typeof choices)[number] }) {
  const words = useTranslations('userSettings')
  const common = useTranslations('common')
  const locale = useLocale()
  const [state, send] = useActionState(chooseMailAction, idle)
  return (
    <ActionForm state={state} send={send}>
      <fieldset key={mailChoice}>
        <legend className="mb-1 text-label font-semibold">{words('whenDelivered')}</legend>
        {choices.map((choice) => (
          <label key={choice} className="flex min-h-(--control-height) items-center gap-3">
            <input
              type="radio"
              name="mailChoice"
              value={choice}
              defaultChecked={choice === mailChoice}
              className="check"
            />
            <span>{words(`mailChoice.${choice}`)}</span>
          </label>
        ))}
      </fieldset>
      <SaveBar
        saved={state.status === 'ok' && common('savedAt', { time: formatTime(state.value.savedAt, locale) })}
      />
    </ActionForm>
  )
}
