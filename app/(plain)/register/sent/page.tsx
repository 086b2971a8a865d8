import { Mail } from 'lucide-react'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { container } from '#app/_server/container.ts'
import { publicContext } from '#app/_server/session.ts'
import { getRegistration } from '#lib/services/account/register-company.ts'
import { hasMailbox } from '#lib/services/mail/read-mailbox.ts'
import { readRegistrationId } from '../../_link/registration-cookie.ts'
import { ResendForm } from './resend-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('register')
  return { title: words('sentTitle') }
}

/** *Kolla din e-post*: the same page whether or not the address has an account. */
export default async function RegisteredPage() {
  const id = await readRegistrationId()
  const registration = id === null ? null : await getRegistration(await publicContext(), id)
  if (registration === null) redirect('/register')
  const { email, seconds } = registration
  const words = await getTranslations('register')
  const { config } = await container()
  const strong = (chunks: ReactNode) => <strong className="break-words">{chunks}</strong>
  return (
    <>
      <PageHeader title={words('sentTitle')} />
      <Card className="grid gap-4">
        <p>{words.rich('sentText', { email, strong })}</p>
        <p>{words('sentNext')}</p>
        <p className="text-muted">{words('sentMissing')}</p>
        {hasMailbox(config) && (
          <Banner
            tone="info"
            title={words('mailboxNotice')}
            actions={
              <LinkButton href="/dev/mailbox" look="primary" icon={Mail}>
                {words('openMailbox')}
              </LinkButton>
            }
          >
            {words('mailboxNoticeText')}
          </Banner>
        )}
        <ClientMessages namespaces={['register']}>
          <ResendForm seconds={seconds} />
        </ClientMessages>
        <div>
          <LinkButton href="/register?change=1">{words('changeAddress')}</LinkButton>
        </div>
      </Card>
    </>
  )
}
