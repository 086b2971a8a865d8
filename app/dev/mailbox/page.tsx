import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'
import { PlainShell } from '#app/_components/plain-shell.tsx'
import { fileSizeText } from '#app/_invoice/file-size.ts'
import { changeLanguageAction } from '#app/_server/actions.ts'
import { container } from '#app/_server/container.ts'
import { publicContext } from '#app/_server/session.ts'
import { formatDateTime } from '#lib/i18n/format.ts'
import { readEmbeddedMailbox } from '#lib/services/mail/read-mailbox.ts'
import { LetterText } from './letter-text.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('register')
  return { title: words('mailboxTitle'), robots: { index: false } }
}

/** The letters of an installation that has no mail server: on this machine alone, otherwise not there. */
export default async function MailboxPage() {
  const { config } = await container()
  const { address } = await publicContext()
  const read = await readEmbeddedMailbox(config, { address, host: (await headers()).get('host') })
  if (!read.ok) notFound()
  const words = await getTranslations('register')
  const locale = await getLocale()
  return (
    <PlainShell changeLanguage={changeLanguageAction} width="text">
      <PageHeader title={words('mailboxTitle')} lead={words('mailboxLead')} />
      {read.value.length === 0 ? (
        <EmptyState drawing="send" title={words('mailboxEmpty')}>
          {words('mailboxEmptyText')}
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {read.value.map((letter) => (
            <li key={letter.id}>
              <Card>
                <h2 className="break-words">{letter.subject}</h2>
                <p className="mb-3 mt-1 flex flex-wrap gap-x-3 text-hint text-muted">
                  <span className="break-words">{words('mailboxTo', { address: letter.to })}</span>
                  <time dateTime={letter.at} className="figures">
                    {formatDateTime(letter.at, locale)}
                  </time>
                </p>
                <LetterText text={letter.text} />
                {letter.files && (
                  <p className="mt-3 text-hint text-muted wrap-anywhere">
                    {words('mailboxFiles', {
                      files: letter.files
                        .map(({ fileName, size }) => `${fileName} (${fileSizeText(size)})`)
                        .join(', '),
                      folder: `DATA_DIR/mailbox/${letter.id}`,
                    })}
                  </p>
                )}
              </Card>
            </li>
          ))}
        </ul>
      )}
    </PlainShell>
  )
}
