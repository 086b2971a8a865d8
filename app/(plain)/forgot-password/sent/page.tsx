import { Mail } from 'lucide-react'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { container } from '#app/_server/container.ts'
import { hasMailbox } from '#lib/services/mail/read-mailbox.ts'
import { readAskedAddress } from '../asked-address.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('passwordReset')
  return { title: words('sentTitle') }
}

/** *Kolla din e-post*: the same page whether or not the address has an account (W10). */
export default async function ForgottenSentPage() {
  const email = await readAskedAddress()
  if (email === null) redirect('/forgot-password')
  const words = await getTranslations('passwordReset')
  const mailbox = await getTranslations('register')
  const { config } = await container()
  const strong = (chunks: ReactNode) => <strong className="break-words">{chunks}</strong>
  return (
    <>
      <PageHeader title={words('sentTitle')} />
      <Card className="grid gap-4">
        <p>{words.rich('sentText', { email, strong })}</p>
        <p className="text-muted">{words('sentMissing')}</p>
        {hasMailbox(config) && (
          <Banner
            tone="info"
            title={mailbox('mailboxNotice')}
            actions={
              <LinkButton href="/dev/mailbox" look="primary" icon={Mail}>
                {mailbox('openMailbox')}
              </LinkButton>
            }
          >
            {mailbox('mailboxNoticeText')}
          </Banner>
        )}
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/forgot-password">{words('otherAddress')}</LinkButton>
          <LinkButton href="/sign-in" look="quiet">
            {words('toSignIn')}
          </LinkButton>
        </div>
      </Card>
    </>
  )
}
