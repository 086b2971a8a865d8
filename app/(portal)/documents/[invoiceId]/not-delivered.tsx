import { useTranslations } from 'next-intl'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import type { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { InvoiceButton } from './invoice-button.client.tsx'

type Found = NonNullable<Awaited<ReturnType<typeof getInvoice>>>

/**
 * Why an invoice did not arrive, in plain words and those of the other side, and the one thing to do now: mend it and
 * send it again under its number, or ask again where nobody knows; of a letter only a person can be asked. Nothing for an invoice that is on its way or there.
 */
export function NotDelivered({ invoice, delivery, events }: Found) {
  const words = useTranslations('documents')
  const isUncertain = invoice.state === 'sent' && delivery?.state === 'uncertain'
  if (!isUncertain && invoice.state !== 'failed') return null
  if (isUncertain && delivery.recipientEmail !== null)
    return <p className="text-base">{words('uncertainLetter', { address: delivery.recipientEmail })}</p>
  const code = `failure.${delivery?.failureCode ?? ''}` as 'failure.gave-up'
  const reason = String(events.findLast(({ event }) => event === 'failed')?.evidence.reason ?? '')
  const act = isUncertain ? 'tryAgain' : 'reopen'
  return (
    <div className="grid gap-2 text-base">
      <p>{isUncertain ? words('uncertain') : words(words.has(code) ? code : 'failure.other')}</p>
      {!isUncertain && reason !== '' && <p className="wrap-anywhere">{words('answer', { reason })}</p>}
      <ClientMessages>
        <InvoiceButton
          act={act}
          invoiceId={invoice.id}
          words={{ button: words(act), pending: words(`${act}Pending`), hint: words(`${act}Hint`) }}
        />
      </ClientMessages>
    </div>
  )
}
