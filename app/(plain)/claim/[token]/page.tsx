import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card, Paper } from '#app/_components/paper.tsx'
import { AgreementText } from '#app/_form/agreement-text.tsx'
import { publicContext } from '#app/_server/session.ts'
import { getAgreement } from '#lib/services/account/agreement.ts'
import type { ClaimProblem } from '#lib/services/recipients/claim.ts'
import { ClaimForm } from './claim-form.client.tsx'
import { readLink } from './read-link.ts'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations('claim')
  const link = await readLink((await params).token)
  return {
    title: link.ok ? words('acceptTitle', { party: link.value.partyName }) : words(`${link.code}.title`),
    robots: { index: false },
    referrer: 'no-referrer',
  }
}

/** *Anslut organisationen*: agreement, name, password. The link only shows it; the button acts, once. */
export default async function ClaimLinkPage({ params }: Props) {
  const { token } = await params
  const link = await readLink(token)
  if (!link.ok) return <Problem problem={link.code} />
  const words = await getTranslations('claim')
  const { partyName, email } = link.value
  const { version, hash, text } = await getAgreement(await publicContext())
  return (
    <>
      <PageHeader title={words('acceptTitle', { party: partyName })} lead={words('acceptLead')} />
      <Paper className="mb-4">
        <AgreementText markdown={text} />
      </Paper>
      <p className="mb-6 text-hint text-muted">{words('version', { version })}</p>
      <ClientMessages namespaces={['claim', 'fields']}>
        <ClaimForm token={token} version={version} hash={hash} party={partyName} email={email} />
      </ClientMessages>
    </>
  )
}

async function Problem({ problem }: { problem: ClaimProblem }) {
  const words = await getTranslations('claim')
  return (
    <>
      <PageHeader title={words(`${problem}.title`)} />
      <Card className="grid gap-5">
        <p>{words(`${problem}.text`)}</p>
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/sign-in" look="primary">
            {words('signIn')}
          </LinkButton>
          {(problem === 'claim-expired' || problem === 'unknown-link') && (
            <LinkButton href="/claim">{words('newLink')}</LinkButton>
          )}
        </div>
      </Card>
    </>
  )
}
