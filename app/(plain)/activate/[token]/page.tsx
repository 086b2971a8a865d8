import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Banner } from '#app/_components/banner.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { publicContext } from '#app/_server/session.ts'
import { getAgreement } from '#lib/services/account/agreement.ts'
import { AgreementSheet } from '../../_agreement/agreement-sheet.tsx'
import { AgreementForm } from './agreement-form.client.tsx'
import { ActivationProblem } from './link-problem.tsx'
import { readLink } from './read-link.ts'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations('activation')
  const link = await readLink((await params).token)
  return { title: link.ok ? words('title') : words(`${link.code}.title`) }
}

/** *Avtal*: read, then accept (S3). The link only shows it; the button acts. */
export default async function AgreementPage({ params }: Props) {
  const { token } = await params
  const link = await readLink(token)
  if (!link.ok) return <ActivationProblem problem={link.code} token={token} />
  const { companyName, agreementAccepted, agreementChanged } = link.value
  const words = await getTranslations('activation')
  const agreement = await getTranslations('agreement')
  const { version, hash, text } = await getAgreement(await publicContext())
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead', { company: companyName })} />
      {agreementChanged && (
        <div className="mb-4">
          <Banner tone="info">{agreement('changedNote')}</Banner>
        </div>
      )}
      <AgreementSheet version={version} text={text} />
      {agreementAccepted ? (
        <Banner
          tone="ok"
          title={words('alreadyAccepted')}
          actions={
            <LinkButton href={`/activate/${encodeURIComponent(token)}/password`} look="primary">
              {words('toPassword')}
            </LinkButton>
          }
        />
      ) : (
        <ClientMessages namespaces={['agreement']}>
          <AgreementForm token={token} version={version} hash={hash} company={companyName} />
        </ClientMessages>
      )}
    </>
  )
}
