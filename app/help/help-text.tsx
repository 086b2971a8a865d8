import { Mail, Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from '#app/_components/button.tsx'
import { Disclosure } from '#app/_components/disclosure.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Paper, Section } from '#app/_components/paper.tsx'
import { SummaryList } from '#app/_components/summary-list.tsx'

const articles = ['register', 'company', 'customer', 'invoice', 'send', 'check', 'numbers'] as const
const states = ['draft', 'ready', 'sending', 'delivered', 'failed'] as const
const terms = ['reference', 'gln', 'peppolId', 'ocr'] as const

/** The tasks in the order they come, what the states mean, the terms, and how to reach somebody. */
export function HelpText({ phone, email }: { phone: string; email: string }) {
  const words = useTranslations('help')
  const status = useTranslations('status')
  return (
    <div className="max-w-text">
      <PageHeader title={words('title')} lead={words('lead')} />
      <Paper>
        <Section id="tasks" title={words('tasks')}>
          {articles.map((article) => (
            <Disclosure key={article} summary={words(`articles.${article}.title`)}>
              {words(`articles.${article}.text`)}
            </Disclosure>
          ))}
        </Section>
        <Section id="states" title={words('states')}>
          <SummaryList
            rows={states.map((state) => ({
              key: state,
              label: status(`${state}.word`),
              value: words(`stateTexts.${state}`),
            }))}
          />
        </Section>
        <Section id="terms" title={words('terms')}>
          <SummaryList
            rows={terms.map((term) => ({
              key: term,
              label: words(`termTexts.${term}.term`),
              value: words(`termTexts.${term}.text`),
            }))}
          />
        </Section>
        <Section id="contact" title={words('contact')}>
          <p className="mb-3">{words('contactText')}</p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href={`tel:${phone.replace(/[^\d+]/g, '')}`} icon={Phone}>
              {phone}
            </LinkButton>
            <LinkButton href={`mailto:${email}`} icon={Mail}>
              {email}
            </LinkButton>
          </div>
        </Section>
      </Paper>
    </div>
  )
}
