import { Mail, Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { Disclosure } from '#app/_components/disclosure.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Paper, Section } from '#app/_components/paper.tsx'
import { SummaryList } from '#app/_components/summary-list.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { foldName } from '#lib/core/fold.ts'

const articles = [
  'register',
  'activate',
  'customer',
  'approval',
  'template',
  'invoice',
  'credit',
  'attachments',
  'send',
  'check',
  'settings',
  'recipient',
] as const
const states = [
  'draft',
  'ready',
  'sending',
  'handed-over',
  'delivered',
  'retrying',
  'failed',
  'rejected',
  'voided',
] as const
const terms = ['reference', 'gln', 'peppolId', 'ocr', 'checkDigit', 'creditNote'] as const
const keys = ['next', 'row', 'earlier', 'duplicate', 'move', 'remove', 'close'] as const

type HelpTextProps = {
  phone: string
  email: string
  hours: string
  /** What is searched for; empty shows everything. */
  text: string
  /** A supplier may have the start page's checklist back. */
  isSupplier: boolean
}

/** The tasks in the order they come, what the states mean, the terms, the keys, and how to reach somebody. */
export function HelpText({ phone, email, hours, text, isSupplier }: HelpTextProps) {
  const words = useTranslations('help')
  const status = useTranslations('status')
  const found = {
    articles: articles.filter((each) =>
      isFound(text, words(`articles.${each}.title`), words(`articles.${each}.text`)),
    ),
    states: states.filter((each) => isFound(text, status(`${each}.word`), words(`stateTexts.${each}`))),
    terms: terms.filter((each) =>
      isFound(text, words(`termTexts.${each}.term`), words(`termTexts.${each}.text`)),
    ),
    keys: keys.filter((each) =>
      isFound(text, words(`keyTexts.${each}.keys`), words(`keyTexts.${each}.text`)),
    ),
  }
  const count = Object.values(found).reduce((sum, list) => sum + list.length, 0)
  return (
    <div className="max-w-text">
      <PageHeader title={words('title')} lead={words('lead')}>
        {isSupplier && <LinkButton href="/?checklist=shown">{words('checklist')}</LinkButton>}
      </PageHeader>
      <Search text={text} count={count} />
      <Paper>
        <Part id="tasks" title={words('tasks')} isShown={found.articles.length > 0}>
          {found.articles.map((article) => (
            <Disclosure key={article} summary={words(`articles.${article}.title`)} open={text !== ''}>
              {words(`articles.${article}.text`)}
            </Disclosure>
          ))}
        </Part>
        <Part id="states" title={words('states')} isShown={found.states.length > 0}>
          <SummaryList
            rows={found.states.map((state) => ({
              key: state,
              label: status(`${state}.word`),
              value: words(`stateTexts.${state}`),
            }))}
          />
        </Part>
        <Part id="terms" title={words('terms')} isShown={found.terms.length > 0}>
          <SummaryList
            rows={found.terms.map((term) => ({
              key: term,
              label: words(`termTexts.${term}.term`),
              value: words(`termTexts.${term}.text`),
            }))}
          />
        </Part>
        <Part id="keys" title={words('keys')} isShown={found.keys.length > 0}>
          <SummaryList
            rows={found.keys.map((key) => ({
              key,
              label: words(`keyTexts.${key}.keys`),
              value: words(`keyTexts.${key}.text`),
            }))}
          />
        </Part>
        <Section id="contact" title={words('contact')}>
          <p className="mb-3">{words('contactText')}</p>
          <div className="flex flex-wrap items-center gap-3">
            <LinkButton href={`tel:${phone.replace(/[^\d+]/g, '')}`} icon={Phone}>
              {phone}
            </LinkButton>
            <LinkButton href={`mailto:${email}`} icon={Mail}>
              {email}
            </LinkButton>
            <span className="figures text-muted">{words('hours', { hours })}</span>
          </div>
        </Section>
      </Paper>
    </div>
  )
}

/** Every word searched for must be somewhere in the texts, whatever the case and the diacritics. */
function isFound(text: string, ...texts: readonly string[]): boolean {
  const searched = foldName(texts.join(' '))
  return foldName(text)
    .split(' ')
    .every((word) => searched.includes(word))
}

type PartProps = { id: string; title: string; isShown: boolean; children: ReactNode }

function Part({ id, title, isShown, children }: PartProps) {
  if (!isShown) return null
  return (
    <Section id={id} title={title}>
      {children}
    </Section>
  )
}

function Search({ text, count }: { text: string; count: number }) {
  const words = useTranslations('help')
  return (
    <search>
      <form action="/help" className="mb-4 flex flex-wrap items-end gap-3">
        <TextField
          key={text}
          id="q"
          name="q"
          type="search"
          label={words('searchLabel')}
          defaultValue={text}
          maxLength={100}
          className="min-w-0 grow"
        />
        <Button type="submit">{words('search')}</Button>
        {text !== '' && (
          <LinkButton href="/help" look="quiet">
            {words('showAll')}
          </LinkButton>
        )}
      </form>
      {text !== '' && (
        <p role="status" className="mb-4">
          {words('hits', { count, text })} {count === 0 && words('noHitsText')}
        </p>
      )}
    </search>
  )
}
