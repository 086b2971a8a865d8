import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { currentSession } from '#app/_server/session.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('confirmEmail')
  return { title: words('doneTitle') }
}

/** Says that the address is changed, and leads on. */
export default async function EmailConfirmedPage() {
  const words = await getTranslations('confirmEmail')
  const isSignedIn = (await currentSession()) !== null
  return (
    <>
      <PageHeader title={words('doneTitle')} />
      <Card className="grid gap-4">
        <p>{words('doneText')}</p>
        <div>
          <LinkButton href={isSignedIn ? '/' : '/sign-in'} look="primary">
            {words(isSignedIn ? 'toStart' : 'signIn')}
          </LinkButton>
        </div>
      </Card>
    </>
  )
}
