import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { publicContext } from '#app/_server/session.ts'
import { getPasswordReset } from '#lib/services/account/password-reset.ts'
import { LinkProblemPage } from '../../_link/link-problem.tsx'
import { ResetForm } from './reset-form.client.tsx'

type Props = { params: Promise<{ token: string }> }

const readLink = cache(async (token: string) => getPasswordReset(await publicContext(), token))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations('passwordReset')
  const link = await readLink((await params).token)
  return { title: link.ok ? words('newTitle') : words(`${link.code}.title`) }
}

/** *Välj ett nytt lösenord*, behind the link of a letter (K3). The link only shows it; the button acts. */
export default async function ResetPage({ params }: Props) {
  const { token } = await params
  const link = await readLink(token)
  const words = await getTranslations('passwordReset')
  if (!link.ok) {
    return (
      <LinkProblemPage title={words(`${link.code}.title`)} text={words(`${link.code}.text`)}>
        <LinkButton href="/forgot-password" look="primary">
          {words('newLink')}
        </LinkButton>
        <LinkButton href="/sign-in">{words('toSignIn')}</LinkButton>
      </LinkProblemPage>
    )
  }
  return (
    <>
      <PageHeader title={words('newTitle')} lead={words('newLead', { email: link.value.email })} />
      <Card>
        <ClientMessages namespaces={['passwordReset', 'fields']}>
          <ResetForm token={token} email={link.value.email} />
        </ClientMessages>
      </Card>
    </>
  )
}
