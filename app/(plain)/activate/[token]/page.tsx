import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Banner } from '#app/_components/banner.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card, Paper } from '#app/_components/paper.tsx'
import { publicContext } from '#app/_server/session.ts'
import { getAgreement } from '#lib/services/account/agreement.ts'
import { AgreementForm } from './agreement-form.client.tsx'
import { AgreementText } from './agreement-text.tsx'
import { LinkProblemPage } from './link-problem.tsx'
import { PrintButton } from './print-button.client.tsx'
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
  if (!link.ok) return <LinkProblemPage problem={link.code} />
  const words = await getTranslations('activation')
  const common = await getTranslations('common')
  const { version, hash, text } = await getAgreement(await publicContext())
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead', { company: link.value.companyName })} />
      <Card className="mb-4">
        <h2>{words('summary')}</h2>
        <ul className="mt-2 grid list-disc gap-1.5 ps-5">
          <li>{words('point1')}</li>
          <li>{words('point2')}</li>
          <li>{words('point3')}</li>
        </ul>
      </Card>
      <Paper className="mb-4">
        <AgreementText markdown={text} />
      </Paper>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <p className="text-hint text-muted">{words('version', { version })}</p>
        <PrintButton>{common('print')}</PrintButton>
      </div>
      {link.value.agreementAccepted ? (
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
        <ClientMessages namespaces={['activation']}>
          <AgreementForm token={token} version={version} hash={hash} company={link.value.companyName} />
        </ClientMessages>
      )}
    </>
  )
}
