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
import { readRegisteredAddress } from '../registered-address.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('register')
  return { title: words('sentTitle') }
}

/** *Kolla din e-post*: the same page whether or not the address has an account. */
export default async function RegisteredPage() {
  const email = await readRegisteredAddress()
  if (email === null) redirect('/register')
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
        <div>
          <LinkButton href="/register">{words('changeAddress')}</LinkButton>
        </div>
      </Card>
    </>
  )
}
