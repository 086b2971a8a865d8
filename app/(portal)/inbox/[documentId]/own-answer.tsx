import { useLocale, useTranslations } from 'next-intl'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { formatDateTime } from '#lib/i18n/format.ts'
import { answersAfter } from '#lib/invoice/answers.ts'
import type { openInboxDocument } from '#lib/services/inbox/inbox.ts'
import { AnswerTag } from '../answer-tag.tsx'
import { AnswerForms } from './answer-forms.client.tsx'

type Document = NonNullable<Awaited<ReturnType<typeof openInboxDocument>>>

/** *Ert svar* (K32): what the organisation has answered, who and when, and what it may answer now. */
export function OwnAnswer({ document }: { document: Document }) {
  const words = useTranslations('inbox')
  const locale = useLocale()
  const { answer, answerText, answeredAt, answeredByName, senderName } = document
  const choices = answersAfter(answer)
  return (
    <section aria-labelledby="answer" className="no-print card mb-4 grid max-w-paper gap-3">
      <h2 id="answer">{words('answerTitle')}</h2>
      <div role="status" className="grid justify-items-start gap-2 empty:hidden">
        {answer !== null && answeredAt !== null && (
          <>
            <AnswerTag answer={answer} />
            {answerText !== '' && <p className="wrap-anywhere">{answerText}</p>}
            <p className="figures text-hint text-muted">
              {words('answeredBy', { time: formatDateTime(answeredAt, locale), name: answeredByName })}
            </p>
          </>
        )}
      </div>
      {choices.length > 0 && (
        <>
          <p className="text-muted">{words('answerLead', { supplier: senderName })}</p>
          <ClientMessages namespaces={['inbox']}>
            <AnswerForms key={answer ?? 'none'} documentId={document.id} choices={choices} />
          </ClientMessages>
        </>
      )}
    </section>
  )
}
