import { Mail } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { container } from '#app/_server/container.ts'
import { hasMailbox } from '#lib/services/mail/read-mailbox.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('claim')
  return { title: words('sentTitle') }
}

/** After *Skicka länk*: the same words whether or not a link went (W10). */
export default async function ClaimSentPage() {
  const words = await getTranslations('claim')
  const { config } = await container()
  return (
    <>
      <PageHeader title={words('sentTitle')} />
      <Card className="grid gap-4">
        <p>{words('sentText')}</p>
        <p className="text-muted">{words('sentMissing')}</p>
        <div className="flex flex-wrap gap-3">
          {hasMailbox(config) && (
            <LinkButton href="/dev/mailbox" look="primary" icon={Mail}>
              {words('openMailbox')}
            </LinkButton>
          )}
          <LinkButton href="/claim">{words('again')}</LinkButton>
        </div>
      </Card>
    </>
  )
}
