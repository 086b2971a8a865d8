import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { amountText } from '#app/_invoice/money.tsx'
import type { InvoiceState } from '#lib/invoice/lifecycle.ts'
import type { getInvoice } from '#lib/services/invoices/read-invoices.ts'

type Found = NonNullable<Awaited<ReturnType<typeof getInvoice>>>

type Related = {
  id: string
  kind: 'invoice' | 'credit-note'
  number: string | null
  state: InvoiceState
  amountDue: string | null
}

/**
 * The invoices that belong to one: what credits it or was made in its place, and, the other way round, what it credits
 * or replaces. Nothing when it stands alone.
 */
export function RelatedInvoices({ invoice, original, creditNotes, replaced, replacements }: Found) {
  const notes = creditNotes.map((note) => ({ ...note, kind: 'credit-note' as const }))
  const groups = { replacedBy: replacements, creditedBy: notes, replaces: replaced, credits: original }
  return (
    <>
      {(['replacedBy', 'creditedBy', 'replaces', 'credits'] as const).map((relation) => (
        <RelatedGroup
          key={relation}
          relation={relation}
          invoices={[groups[relation] ?? []].flat()}
          currency={invoice.currency}
        />
      ))}
    </>
  )
}

type RelatedGroupProps = {
  relation: 'replacedBy' | 'creditedBy' | 'replaces' | 'credits'
  invoices: readonly Related[]
  currency: string
}

function RelatedGroup({ relation, invoices, currency }: RelatedGroupProps) {
  const words = useTranslations('documents')
  const status = useTranslations('status')
  if (invoices.length === 0) return null
  const nameOf = ({ kind, number }: Related) => {
    if (kind === 'invoice') return number ? words('invoice', { number }) : words('invoiceDraft')
    return number ? words('creditNote', { number }) : words('creditDraft')
  }
  return (
    <section aria-labelledby={relation} className="card grid gap-2">
      <h2 id={relation}>{words(relation)}</h2>
      <ul className="figures grid gap-1">
        {invoices.map((each) => (
          <li key={each.id}>
            <Link href={each.state === 'draft' ? `/invoices/${each.id}` : `/documents/${each.id}`}>
              {nameOf(each)}
            </Link>{' '}
            <span className="text-muted">
              {status(`${each.state}.word`)}
              {each.amountDue !== null && ` · ${amountText(each.amountDue, currency)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
