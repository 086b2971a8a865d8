import { useLocale, useTranslations } from 'next-intl'
import { formatDateTime } from '#lib/i18n/format.ts'
import { isLocale } from '#lib/i18n/locale.ts'

type LinkHistoryProps = {
  addedAt: Date
  requests: readonly {
    id: string
    state: 'open' | 'approved' | 'refused' | 'withdrawn'
    reason: string
    message: string
    createdAt: Date
    remindedAt: Date | null
    decidedAt: Date | null
  }[]
}

/** How the link came to where it stands, the newest first. */
export function LinkHistory({ addedAt, requests }: LinkHistoryProps) {
  const words = useTranslations('customers')
  const locale = useLocale()
  const time = (at: Date) => formatDateTime(at, isLocale(locale) ? locale : 'sv')
  const steps = requests.flatMap((request) => {
    const ended =
      request.state === 'withdrawn' && request.reason === ''
        ? 'historyTakenBack'
        : (
            { approved: 'historyApproved', refused: 'historyRefused', withdrawn: 'historyWithdrawn' } as const
          )[request.state === 'open' ? 'approved' : request.state]
    const { id, reason, message, createdAt, remindedAt, decidedAt } = request
    return [
      { key: `${id} asked`, at: createdAt, word: words('historyAsked'), text: message },
      ...(remindedAt
        ? [{ key: `${id} reminded`, at: remindedAt, word: words('historyReminded'), text: '' }]
        : []),
      ...(decidedAt && request.state !== 'open'
        ? [{ key: `${id} decided`, at: decidedAt, word: words(ended), text: reason }]
        : []),
    ]
  })
  const newestFirst = steps.sort((a, b) => b.at.getTime() - a.at.getTime())
  return (
    <ul className="grid gap-1 text-label">
      {newestFirst.map(({ key, at, word, text }) => (
        <li key={key}>
          <span className="figures text-muted">{time(at)}</span> {word}
          {text && <span className="block whitespace-pre-line break-words text-muted">{text}</span>}
        </li>
      ))}
      <li className="figures text-muted">{words('addedOn', { date: time(addedAt) })}</li>
    </ul>
  )
}
