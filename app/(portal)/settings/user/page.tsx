import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Banner } from '#app/_components/banner.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { LanguageSwitch } from '#app/_components/language-switch.tsx'
import { Paper, Section } from '#app/_components/paper.tsx'
import { ThemeSwitch } from '#app/_components/theme-switch.tsx'
import { changeLanguageAction, changeThemeAction } from '#app/_server/actions.ts'
import { readPreferences } from '#app/_server/preferences.ts'
import { currentSession, requireContext } from '#app/_server/session.ts'
import { getWaitingEmail } from '#lib/services/account/change-email.ts'
import { listDevices } from '#lib/services/account/sessions.ts'
import { readMailChoice } from '#lib/services/account/user-settings.ts'
import { SettingsPage } from '../settings-page.tsx'
import { ChangePasswordForm } from './change-password-form.client.tsx'
import { DeviceList } from './device-list.tsx'
import { EmailForm } from './email-form.client.tsx'
import { MailForm } from './mail-form.client.tsx'
import { NameForm } from './name-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('userSettings')
  return { title: words('title') }
}

/** *Användaruppgifter* (S4). */
export default async function UserSettingsPage() {
  const ctx = await requireContext('company')
  const session = await currentSession()
  const words = await getTranslations('userSettings')
  const common = await getTranslations('common')
  const { theme } = await readPreferences()
  const waiting = await getWaitingEmail(ctx)
  const devices = await listDevices(ctx)
  return (
    <SettingsPage kind={session?.kind === 'supplier' ? 'supplier' : 'recipient'} title="user">
      <Paper>
        <Section id="profile" title={words('profile')}>
          <ClientMessages namespaces={['fields']}>
            <NameForm name={ctx.userName} />
          </ClientMessages>
        </Section>
        {!ctx.isSandbox && (
          <>
            <Section id="change-email" title={words('email')}>
              <p className="mb-4 break-words text-muted">{words('emailLead', { email: ctx.userEmail })}</p>
              {waiting && (
                <div className="mb-4">
                  <Banner tone="info">{words('emailWaiting', { email: waiting })}</Banner>
                </div>
              )}
              <ClientMessages namespaces={['userSettings', 'fields']}>
                <EmailForm />
              </ClientMessages>
            </Section>
            <Section id="change-password" title={words('password')}>
              <p className="mb-4 text-muted">{words('passwordLead')}</p>
              <ClientMessages namespaces={['userSettings', 'fields']}>
                <ChangePasswordForm email={ctx.userEmail} />
              </ClientMessages>
            </Section>
          </>
        )}
        {session?.kind === 'supplier' && (
          <Section id="mails" title={words('mails')}>
            <p className="mb-4 text-muted">{words('mailsLead')}</p>
            <ClientMessages namespaces={['userSettings']}>
              <MailForm mailChoice={await readMailChoice(ctx)} />
            </ClientMessages>
          </Section>
        )}
        <Section id="look" title={words('languageAndLook')}>
          <div className="grid gap-5">
            <div>
              <p className="text-label font-semibold">{common('language')}</p>
              <p className="text-hint text-muted">{words('languageHint')}</p>
              {/* Its words begin where the text above does. */}
              <div className="-ms-3">
                <LanguageSwitch action={changeLanguageAction} />
              </div>
            </div>
            <ThemeSwitch action={changeThemeAction} current={theme} />
          </div>
        </Section>
        <Section id="devices" title={words('devices')}>
          <p className="mb-4 text-muted">{words('devicesLead')}</p>
          <DeviceList devices={devices} />
        </Section>
      </Paper>
    </SettingsPage>
  )
}
