import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Button } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { SignOutForm } from '#app/_components/sign-out-form.client.tsx'
import { signOutAction } from '#app/_server/actions.ts'
import { contextFor, currentSession, mustAcceptAgreement } from '#app/_server/session.ts'
import { getAgreement, getAgreementParty } from '#lib/services/account/agreement.ts'
import { AgreementSheet } from '../_agreement/agreement-sheet.tsx'
import { NewAgreementForm } from './new-agreement-form.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('agreement')
  return { title: words('newTitle') }
}

/** *Nytt avtal*: comes before every page of the portal until the version in force is accepted (K2). */
export default async function NewAgreementPage() {
  const ctx = await contextFor('company')
  if (!ctx) redirect((await currentSession()) ? '/' : '/sign-in')
  if (!(await mustAcceptAgreement())) redirect('/')
  const words = await getTranslations('agreement')
  const company = await getAgreementParty(ctx)
  const { version, hash, text } = await getAgreement(ctx)
  return (
    <>
      <PageHeader title={words('newTitle')} lead={words('newLead', { company })} />
      <AgreementSheet version={version} text={text} />
      <ClientMessages namespaces={['agreement']}>
        <NewAgreementForm version={version} hash={hash} company={company} />
      </ClientMessages>
      <SignOutForm action={signOutAction} className="no-print mt-5">
        <Button type="submit" look="quiet">
          {words('signOut')}
        </Button>
      </SignOutForm>
    </>
  )
}
