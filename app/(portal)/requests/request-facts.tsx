import { useTranslations } from 'next-intl'
import type { RequestRow } from './request-row.ts'

/** Who asks, what they say, and when. */
export function RequestFacts({ row }: { row: RequestRow }) {
  const words = useTranslations('requests')
  return (
    <div className="grid min-w-0 gap-1">
      <h3 className="break-words">{row.supplierName}</h3>
      <p className="flex flex-wrap gap-x-4 text-label text-muted">
        <span className="figures">{words('orgNumber', { number: row.orgNumber })}</span>
        {row.customerNumber && (
          <span className="break-all">{words('customerNumber', { number: row.customerNumber })}</span>
        )}
        <span>{row.when}</span>
      </p>
      {row.message && <p className="whitespace-pre-line break-words">{row.message}</p>}
      {row.reason && <p className="whitespace-pre-line break-words text-muted">{row.reason}</p>}
    </div>
  )
}
