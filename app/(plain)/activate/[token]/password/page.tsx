import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { ActivationProblem } from '../link-problem.tsx'
import { readLink } from '../read-link.ts'
import { PasswordForm } from './password-form.client.tsx'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations('activation')
  const link = await readLink((await params).token)
  return { title: link.ok ? words('passwordTitle') : words(`${link.code}.title`) }
}

/** *Välj lösenord*, after the agreement (S3). */
export default async function PasswordPage({ params }: Props) {
  const { token } = await params
  const link = await readLink(token)
  if (!link.ok) return <ActivationProblem problem={link.code} token={token} />
  const agreement = `/activate/${encodeURIComponent(token)}`
  if (!link.value.agreementAccepted) redirect(agreement)
  const words = await getTranslations('activation')
  const common = await getTranslations('common')
  return (
    <>
      <p className="mb-3">
        <Link href={agreement}>{common('back')}</Link>
      </p>
      <PageHeader title={words('passwordTitle')} lead={words('passwordLead', { email: link.value.email })} />
      <Card>
        <ClientMessages namespaces={['activation', 'fields']}>
          <PasswordForm token={token} email={link.value.email} />
        </ClientMessages>
      </Card>
    </>
  )
}
