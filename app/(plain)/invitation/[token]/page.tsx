import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { publicContext } from '#app/_server/session.ts'
import { getInvitation } from '#lib/services/operator/invitations.ts'
import { LinkProblemPage } from '../../_link/link-problem.tsx'
import { InvitationForm } from './invitation-form.client.tsx'

type Props = { params: Promise<{ token: string }> }

const readLink = cache(async (token: string) => getInvitation(await publicContext(), token))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations('invitation')
  const link = await readLink((await params).token)
  return { title: link.ok ? words('title') : words(`${link.code}.title`) }
}

/** An operator's invitation: name and password. The link only shows it; the button acts. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params
  const link = await readLink(token)
  const words = await getTranslations('invitation')
  if (!link.ok) {
    return (
      <LinkProblemPage title={words(`${link.code}.title`)} text={words(`${link.code}.text`)}>
        <LinkButton href="/sign-in" look="primary">
          {words('signIn')}
        </LinkButton>
      </LinkProblemPage>
    )
  }
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead', { email: link.value.email })} />
      <Card>
        <ClientMessages namespaces={['invitation', 'fields']}>
          <InvitationForm token={token} email={link.value.email} />
        </ClientMessages>
      </Card>
    </>
  )
}
