import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { SummaryList } from '#app/_components/summary-list.tsx'
import { OrgNumber } from '#app/_invoice/org-number.tsx'
import { formatDate } from '#lib/i18n/format.ts'
import type { LinkView } from '#lib/services/recipients/answer-link.ts'
import { AnswerForms } from './answer-forms.client.tsx'
import { readRequest } from './read-request.ts'

type Props = { params: Promise<{ token: string }> }

/** Whoever holds the address can answer: it goes to no search engine and into no other site's log. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations('linkAnswer')
  const link = await readRequest((await params).token)
  const privacy = { robots: { index: false }, referrer: 'no-referrer' } as const
  if (!link.ok) return { title: words('unknown.title'), ...privacy }
  const { standing, supplierName } = link.value
  return {
    title: standing === 'open' ? words('title', { supplier: supplierName }) : words(`${standing}.title`),
    ...privacy,
  }
}

/** A supplier's request, answered without an account (K9). The link only shows it; a button acts, once. */
export default async function LinkPage({ params }: Props) {
  const { token } = await params
  const link = await readRequest(token)
  const words = await getTranslations('linkAnswer')
  if (!link.ok) {
    return (
      <>
        <PageHeader title={words('unknown.title')} />
        <Card>
          <p>{words('unknown.text')}</p>
        </Card>
      </>
    )
  }
  const request = link.value
  if (request.standing !== 'open') return <Answered request={request} standing={request.standing} />
  return (
    <>
      <PageHeader
        title={words('title', { supplier: request.supplierName })}
        lead={words('lead', { party: request.partyName })}
      />
      <Card className="grid gap-5">
        <RequestSummary request={request} />
        <div>
          <h2>{words('meaningTitle')}</h2>
          <p className="mt-1">{words('meaning', { party: request.partyName })}</p>
          <p className="mt-1 text-muted">{words('nothingYet')}</p>
        </div>
        <ClientMessages namespaces={['linkAnswer', 'requests']}>
          <AnswerForms token={token} />
        </ClientMessages>
      </Card>
      <ClaimHint />
    </>
  )
}

async function RequestSummary({ request }: { request: LinkView }) {
  const words = await getTranslations('linkAnswer')
  const optional = (key: 'customerNumber' | 'message') =>
    request[key] === ''
      ? []
      : [
          {
            key,
            label: words(key),
            value: <span className="whitespace-pre-line break-words">{request[key]}</span>,
          },
        ]
  return (
    <SummaryList
      rows={[
        { key: 'supplier', label: words('supplier'), value: request.supplierName },
        { key: 'org', label: words('orgNumber'), value: <OrgNumber value={request.supplierOrgNumber} /> },
        ...optional('customerNumber'),
        ...optional('message'),
        {
          key: 'sent',
          label: words('sent'),
          value: <span className="figures">{formatDate(request.createdAt)}</span>,
        },
      ]}
    />
  )
}

type AnsweredProps = { request: LinkView; standing: Exclude<LinkView['standing'], 'open'> }

async function Answered({ request, standing }: AnsweredProps) {
  const words = await getTranslations('linkAnswer')
  const said = { supplier: request.supplierName, party: request.partyName, reason: request.reason }
  return (
    <>
      <PageHeader title={words(`${standing}.title`)} />
      <Card>
        <p className="break-words">{words(`${standing}.text`, said)}</p>
      </Card>
      <ClaimHint />
    </>
  )
}

async function ClaimHint() {
  const words = await getTranslations('linkAnswer')
  return (
    <p className="mt-5">
      {words('claimText')} <Link href="/claim">{words('claim')}</Link>
    </p>
  )
}
