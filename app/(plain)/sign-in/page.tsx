import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { currentSession } from '#app/_server/session.ts'
import { SignInForm } from './sign-in-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('signIn')
  return { title: words('title') }
}

/** *Logga in* (S5). Whoever already is signed in goes on to their start page. */
export default async function SignInPage() {
  if (await currentSession()) redirect('/')
  const words = await getTranslations('signIn')
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead')} />
      <Card>
        <ClientMessages namespaces={['signIn', 'fields']}>
          <SignInForm />
        </ClientMessages>
      </Card>
      <p className="mt-5">
        {words('noAccount')} <Link href="/register">{words('register')}</Link>
      </p>
    </>
  )
}
