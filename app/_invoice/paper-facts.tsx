import { useTranslations } from 'next-intl'
import type { InvoicePeriod } from '#lib/invoice/model.ts'
import type { Address } from '#lib/invoice/parties.ts'
import { AddressLines } from './company-lines.tsx'

/** A name and its value; an empty value is left out, null is a place that is not filled in yet. */
export type Fact = readonly [label: string, value: string | null]

/** Names and values side by side; rows without a value are left out, and nothing is drawn when all are. */
export function Facts({ rows }: { rows: readonly Fact[] }) {
  const given = rows.filter(([, value]) => value !== '')
  if (given.length === 0) return null
  return (
    <dl className="figures grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-label">
      {given.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd>{value ?? <Gap />}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A place of a draft where something is left to fill in, said quietly. What is finished has none. */
export function Gap() {
  const words = useTranslations('paper')
  return (
    <span className="whitespace-nowrap border-b border-dashed border-control text-hint font-normal text-muted">
      {words('gap')}
    </span>
  )
}

/** A postal address with its region, a line each (BG-5, BG-8, BG-15). */
export function PaperAddress({ address }: { address: Address }) {
  const { city, subdivision = '' } = address
  const town = [city, subdivision].filter((part) => part !== '').join(', ')
  return <AddressLines address={{ ...address, city: town }} />
}

/** The unit of a quantity (BT-130) in words, the code itself when it has none. */
export function useUnitName(): (code: string) => string {
  const words = useTranslations('units')
  return (code) => {
    const key = code as Parameters<typeof words>[0]
    return words.has(key) ? words(key) : code
  }
}

/** From and to (BG-14, BG-26); one of them may be missing; no text when both are. */
export function periodText({ start, end }: InvoicePeriod): string {
  return start === null && end === null ? '' : `${start ?? ''} – ${end ?? ''}`.trim()
}
