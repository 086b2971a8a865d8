import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Banner } from '#app/_components/banner.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { currentSession } from '#app/_server/session.ts'
import { ownPath } from '#lib/forms/account.ts'
import { startSandboxAction } from './actions.ts'
import { SignInForm } from './sign-in-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('signIn')
  return { title: words('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** *Logga in* (S5). Whoever already is signed in goes on, to `next` if it is a page of this site. */
export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, trial } = await searchParams
  const next = ownPath(typeof asked === 'string' ? asked : undefined)
  if (await currentSession()) redirect(next)
  const words = await getTranslations('signIn')
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead')} />
      <Card>
        <ClientMessages namespaces={['signIn', 'fields']}>
          <SignInForm next={next} />
        </ClientMessages>
      </Card>
      <p className="mt-5">
        {words('noAccount')} <a href="/register">{words('register')}</a>
      </p>
      <form
        action={startSandboxAction}
        className="mt-5 grid justify-items-start gap-2 border-t border-line pt-5"
      >
        {trial === 'later' && (
          <Banner tone="bad" role="alert">
            {words('sandboxTooMany')}
          </Banner>
        )}
        <SubmitButton look="secondary" pendingText={words('sandboxPending')} aria-describedby="trial-hint">
          {words('sandbox')}
        </SubmitButton>
        <p id="trial-hint" className="text-hint text-muted">
          {words('sandboxText')}
        </p>
      </form>
    </>
  )
}
