import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { numberWords } from '#app/_invoice/number-check.ts'
import { RegisterForm } from './register-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('register')
  return { title: words('title') }
}

/** *Registrera ditt företag* (S1). */
export default async function RegisterPage() {
  const words = await getTranslations('register')
  const faults = await getTranslations('faults')
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead')} />
      <Card>
        <ClientMessages namespaces={['register', 'fields']}>
          <RegisterForm numberWords={numberWords(['org-number'], (fault) => faults(fault))} />
        </ClientMessages>
      </Card>
      <p className="mt-5">
        {words('haveAccount')} <Link href="/sign-in">{words('signIn')}</Link>
      </p>
    </>
  )
}
