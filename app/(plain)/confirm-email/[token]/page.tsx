import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache, type ReactNode } from 'react'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { publicContext } from '#app/_server/session.ts'
import { getEmailChange } from '#lib/services/account/change-email.ts'
import { LinkProblemPage } from '../../_link/link-problem.tsx'
import { ConfirmForm } from './confirm-form.client.tsx'

type Props = { params: Promise<{ token: string }> }

const readLink = cache(async (token: string) => getEmailChange(await publicContext(), token))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations('confirmEmail')
  const link = await readLink((await params).token)
  return { title: link.ok ? words('title') : words(`${link.code}.title`) }
}

/** *Bekräfta din nya e-postadress*. The link only shows it; the button acts. */
export default async function ConfirmEmailPage({ params }: Props) {
  const { token } = await params
  const link = await readLink(token)
  const words = await getTranslations('confirmEmail')
  if (!link.ok) {
    return (
      <LinkProblemPage title={words(`${link.code}.title`)} text={words(`${link.code}.text`)}>
        <LinkButton href="/sign-in?next=/settings/user" look="primary">
          {words('toSettings')}
        </LinkButton>
      </LinkProblemPage>
    )
  }
  const strong = (chunks: ReactNode) => <strong className="break-words">{chunks}</strong>
  return (
    <>
      <PageHeader title={words('title')} />
      <Card className="grid gap-4">
        <p>{words.rich('text', { email: link.value.email, strong })}</p>
        <ClientMessages namespaces={['confirmEmail']}>
          <ConfirmForm token={token} />
        </ClientMessages>
      </Card>
    </>
  )
}
