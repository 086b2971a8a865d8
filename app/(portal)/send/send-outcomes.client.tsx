'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import type { SendOutcome, SendProblem } from '#lib/services/invoices/send-invoices.ts'

/** `broken`: in words, the rules that an invoice does not follow. */
type ShownOutcome = Omit<SendOutcome, 'rules'> & { readonly broken: readonly string[] }

type SendOutcomesProps = {
  outcomes: readonly ShownOutcome[]
  reasons: Readonly<Record<SendProblem, string>>
  /** Those that have not left yet: they are listed below, with their undo. */
  leavingIds: readonly string[]
}

/** What became of each invoice. Takes the focus; an invoice that had been sent before is said so and counts as neither. */
export function SendOutcomes({ outcomes, reasons, leavingIds }: SendOutcomesProps) {
  const words = useTranslations('send')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const through = outcomes.filter((outcome) => outcome.problem === null)
  const sent = through.filter(({ invoiceId }) => !leavingIds.includes(invoiceId))
  const leaving = through.length - sent.length
  const before = outcomes.filter((outcome) => outcome.problem === 'already-sent')
  const failed = outcomes.filter((outcome) => outcome.problem !== null && outcome.problem !== 'already-sent')
  if (outcomes.length === 0) return null
  const title = [
    sent.length > 0 || leaving === 0 ? words('outcomeSent', { count: sent.length }) : '',
    leaving > 0 ? words('outcomeLeaving', { count: leaving }) : '',
    words('outcomeFailed', { count: failed.length }),
  ]
  // What has not left is listed right below, under the same words.
  const isAllBelow = leaving > 0 && sent.length + before.length + failed.length === 0
  return (
    <div ref={box} tabIndex={-1} className={isAllBelow ? 'sr-only' : ''}>
      <Banner
        tone={failed.length > 0 ? 'bad' : 'ok'}
        role="status"
        title={title.filter((part) => part !== '').join(' ')}
      >
        <ul className="figures grid gap-1">
          {sent.map(({ invoiceId, number }) => (
            <li key={invoiceId}>
              <Link href={`/documents/${invoiceId}`}>{words('outcomeLink', { number })}</Link>
            </li>
          ))}
          {before.map(({ invoiceId, number }) => (
            <li key={invoiceId}>
              <Link href={`/documents/${invoiceId}`}>{words('outcomeAlready', { number })}</Link>
            </li>
          ))}
          {failed.map(({ invoiceId, number, problem, broken }) => (
            <li key={invoiceId}>
              {words('outcomeReason', { number, reason: problem === null ? '' : reasons[problem] })}
              {broken.length > 0 && (
                <ul className="list-disc ps-5">
                  {broken.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  )
}
