import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { SelectField } from '#app/_components/select-field.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import {
  noSentFilter,
  type SentQuery,
  sentRanges,
  sentSorts,
  sentStatuses,
} from '#lib/services/invoices/sent-invoices.ts'
import { orderText } from './sent-query.ts'

const rangeWords = { '30': 'range30', '90': 'range90', year: 'rangeYear', all: 'rangeAll' } as const

/** Search, period and status; on a phone, where there are no headers to press, the order too. All in the address. */
export function SentFilter({ query }: { query: SentQuery }) {
  const words = useTranslations('documents')
  const order = orderText(query)
  const isFiltered = query.text !== '' || query.status !== null || query.range !== noSentFilter.range
  return (
    <search>
      <form action="/documents" className="mb-4 flex flex-wrap items-end gap-3">
        <TextField
          key={`q${query.text}`}
          id="q"
          name="q"
          type="search"
          label={words('searchLabel')}
          defaultValue={query.text}
          maxLength={100}
          className="min-w-0 grow sm:max-w-column"
        />
        <SelectField
          key={`range${query.range}`}
          id="range"
          name="range"
          label={words('range')}
          defaultValue={query.range}
        >
          {sentRanges.map((range) => (
            <option key={range} value={range}>
              {words(rangeWords[range])}
            </option>
          ))}
        </SelectField>
        <SelectField
          key={`status${query.status}`}
          id="status"
          name="status"
          label={words('statusFilter')}
          defaultValue={query.status ?? ''}
        >
          <option value="">{words('statusAll')}</option>
          {sentStatuses.map((status) => (
            <option key={status} value={status}>
              {words(`statusOf.${status}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          key={`sort${order}`}
          id="sort"
          name="sort"
          label={words('sort')}
          defaultValue={order}
          className="desk:hidden"
        >
          {sentSorts.map((sort) => {
            const usual = sort === 'sent' || sort === 'amount' ? `-${sort}` : sort
            return (
              <option key={sort} value={sort === query.sort ? order : usual}>
                {words(`sortOf.${sort}`)}
              </option>
            )
          })}
        </SelectField>
        <Button type="submit">{words('search')}</Button>
        {isFiltered && (
          <LinkButton href="/documents" look="quiet">
            {words('clear')}
          </LinkButton>
        )}
      </form>
    </search>
  )
}
