import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { ForgottenForm } from './forgotten-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('passwordReset')
  return { title: words('title') }
}

/** *Glömt lösenord?* (K3). */
export default async function ForgottenPasswordPage() {
  const words = await getTranslations('passwordReset')
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead')} />
      <Card>
        <ClientMessages namespaces={['passwordReset', 'fields']}>
          <ForgottenForm />
        </ClientMessages>
      </Card>
      <p className="mt-5">
        <Link href="/sign-in">{words('toSignIn')}</Link>
      </p>
    </>
  )
}
