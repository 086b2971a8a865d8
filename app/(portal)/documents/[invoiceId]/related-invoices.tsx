import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { amountText } from '#app/_invoice/money.tsx'
import type { getInvoice } from '#lib/services/invoices/read-invoices.ts'

type Found = NonNullable<Awaited<ReturnType<typeof getInvoice>>>

/** The credit notes of an invoice, or the invoice that a credit note credits; nothing when there is neither. */
export function RelatedInvoices({ invoice, original, creditNotes }: Found) {
  const words = useTranslations('documents')
  const status = useTranslations('status')
  if (original === null && creditNotes.length === 0) return null
  return (
    <section aria-labelledby="related" className="card grid gap-2">
      <h2 id="related">{words(original ? 'credits' : 'creditedBy')}</h2>
      <ul className="figures grid gap-1">
        {original && (
          <li>
            <Link href={`/documents/${original.id}`}>
              {words('invoice', { number: original.number ?? '' })}
            </Link>
          </li>
        )}
        {creditNotes.map((note) => (
          <li key={note.id}>
            <Link href={note.state === 'draft' ? `/invoices/${note.id}` : `/documents/${note.id}`}>
              {note.number ? words('creditNote', { number: note.number }) : words('creditDraft')}
            </Link>{' '}
            <span className="text-muted">
              {status(`${note.state}.word`)}
              {note.amountDue !== null && ` · ${amountText(note.amountDue, invoice.currency)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
