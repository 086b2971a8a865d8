import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { formatDateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import type { Device } from '#lib/services/account/sessions.ts'
import { signOutDevicesAction } from './actions.ts'

/** Where the user is signed in, with *Logga ut* for each other device and for all of them (K3). */
export function DeviceList({ devices }: { devices: readonly Device[] }) {
  const words = useTranslations('userSettings')
  const locale: Locale = useLocale() === 'en' ? 'en' : 'sv'
  const hidden = (chunks: ReactNode) => <span className="sr-only">{chunks}</span>
  return (
    <div className="grid gap-4">
      <ul className="grid">
        {devices.map(({ id, createdAt, lastSeenAt, isThis }) => {
          const since = formatDateTime(createdAt, locale)
          const last = formatDateTime(lastSeenAt, locale)
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0"
            >
              <p>
                <span className="font-semibold">{words(isThis ? 'thisDevice' : 'otherDevice')}</span>
                <span className="block text-hint text-muted">{words('deviceTimes', { since, last })}</span>
              </p>
              {!isThis && (
                <form action={signOutDevicesAction}>
                  <input type="hidden" name="sessionId" value={id} />
                  <SubmitButton look="secondary" pendingText={words('signingOut')}>
                    <span>{words.rich('signOutDevice', { since, hidden })}</span>
                  </SubmitButton>
                </form>
              )}
            </li>
          )
        })}
      </ul>
      {devices.length > 1 && (
        <form action={signOutDevicesAction}>
          <SubmitButton look="secondary" pendingText={words('signingOut')}>
            {words('signOutOthers')}
          </SubmitButton>
        </form>
      )}
    </div>
  )
}
