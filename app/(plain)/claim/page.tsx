import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { numberWords } from '#app/_invoice/number-check.ts'
import { ClaimRequestForm } from './claim-request-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('claim')
  return { title: words('title') }
}

/** *Ta emot e-fakturor i Talong*: a recipient organisation asks for its link. */
export default async function ClaimPage() {
  const words = await getTranslations('claim')
  const faults = await getTranslations('faults')
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead')} />
      <Card>
        <ClientMessages namespaces={['claim', 'fields']}>
          <ClaimRequestForm numberWords={numberWords(['org-number'], (fault) => faults(fault))} />
        </ClientMessages>
      </Card>
      <p className="mt-5">
        <Link href="/sign-in">{words('signIn')}</Link>
      </p>
    </>
  )
}
