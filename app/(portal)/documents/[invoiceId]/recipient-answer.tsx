import { useTranslations } from 'next-intl'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import type { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { InvoiceButton } from './invoice-button.client.tsx'

type Found = NonNullable<Awaited<ReturnType<typeof getInvoice>>>

/**
 * What the recipient has answered, in its own words, and what to do now: an invoice that was rejected stays, and a new
 * one is made in its place. Nothing where there is no answer.
 */
export function RecipientAnswer({ invoice, replacements, creditNotes }: Found) {
  const words = useTranslations('documents')
  if (invoice.answer === null) return null
  const isRejected = invoice.state === 'rejected'
  const isNote = invoice.kind === 'credit-note'
  const mayReplace = replacements.every((each) => each.state === 'draft')
  return (
    <div className="grid w-full gap-3 text-base">
      {invoice.answerText !== '' && (
        <blockquote className="border-s-4 border-line ps-3 wrap-anywhere">
          {words('quote', { text: invoice.answerText })}
        </blockquote>
      )}
      {invoice.answer === 'under-query' && <p>{words('queriedText')}</p>}
      {isRejected && (
        <ClientMessages>
          <p>{words(isNote ? 'rejectedNoteText' : 'rejectedText')}</p>
          {mayReplace && (
            <InvoiceButton
              act="replace"
              invoiceId={invoice.id}
              words={{ button: words('replace'), pending: words('replacing'), hint: words('replaceHint') }}
            />
          )}
          {!isNote && creditNotes.length === 0 && (
            <InvoiceButton
              act="credit"
              invoiceId={invoice.id}
              words={{
                button: words('credit'),
                pending: words('crediting'),
                hint: words('creditRejectedHint'),
              }}
            />
          )}
        </ClientMessages>
      )}
    </div>
  )
}
