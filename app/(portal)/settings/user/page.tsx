import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { LanguageSwitch } from '#app/_components/language-switch.tsx'
import { Paper, Section } from '#app/_components/paper.tsx'
import { SummaryList } from '#app/_components/summary-list.tsx'
import { ThemeSwitch } from '#app/_components/theme-switch.tsx'
import { changeLanguageAction, changeThemeAction } from '#app/_server/actions.ts'
import { readPreferences } from '#app/_server/preferences.ts'
import { currentSession, requireContext } from '#app/_server/session.ts'
import { SettingsPage } from '../settings-page.tsx'
import { ChangePasswordForm } from './change-password-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('settings')
  return { title: words('user') }
}

/** *Användaruppgifter* (S4). */
export default async function UserSettingsPage() {
  const ctx = await requireContext('company')
  const session = await currentSession()
  const words = await getTranslations('settings')
  const labels = await getTranslations('fields')
  const common = await getTranslations('common')
  const { theme } = await readPreferences()
  const email = (
    <>
      <span className="break-words">{ctx.userEmail}</span>
      <span className="block text-hint text-muted">{words('emailHint')}</span>
    </>
  )
  return (
    <SettingsPage kind={session?.kind === 'supplier' ? 'supplier' : 'recipient'} title="user">
      <Paper>
        <Section id="profile" title={words('profile')}>
          <SummaryList
            rows={[
              { key: 'name', label: labels('name'), value: ctx.userName },
              { key: 'email', label: labels('email'), value: email },
            ]}
          />
        </Section>
        <Section id="change-password" title={words('password')}>
          <p className="mb-4 text-muted">{words('passwordLead')}</p>
          <ClientMessages namespaces={['settings', 'fields']}>
            <ChangePasswordForm email={ctx.userEmail} />
          </ClientMessages>
        </Section>
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
      </Paper>
    </SettingsPage>
  )
}
