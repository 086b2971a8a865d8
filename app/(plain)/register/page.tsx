import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { numberWords } from '#app/_invoice/number-check.ts'
import { publicContext } from '#app/_server/session.ts'
import { getRegistration } from '#lib/services/account/register-company.ts'
import { readRegistrationId } from '../_link/registration-cookie.ts'
import { RegisterForm } from './register-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('register')
  return { title: words('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** *Registrera ditt företag* (S1). *Ändra adress* comes back here with what was typed. */
export default async function RegisterPage({ searchParams }: Props) {
  const id = (await searchParams).change ? await readRegistrationId() : null
  const typed = id === null ? null : await getRegistration(await publicContext(), id)
  const words = await getTranslations('register')
  const faults = await getTranslations('faults')
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead')} />
      <Card>
        <ClientMessages namespaces={['register', 'fields']}>
          <RegisterForm typed={typed} numberWords={numberWords(['org-number'], (fault) => faults(fault))} />
        </ClientMessages>
      </Card>
      <p className="mt-5">
        {words('haveAccount')} <Link href="/sign-in">{words('signIn')}</Link>
      </p>
    </>
  )
}
