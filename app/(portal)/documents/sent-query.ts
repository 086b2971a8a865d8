import {
  noSentFilter,
  type SentQuery,
  type SentRange,
  type SentSort,
  type SentStatus,
  sentRanges,
  sentSorts,
  sentStatuses,
} from '#lib/services/invoices/sent-invoices.ts'

type Params = Record<string, string | string[] | undefined>

const isRange = (text: string): text is SentRange => sentRanges.some((each) => each === text)
const isSort = (text: string): text is SentSort => sentSorts.some((each) => each === text)
const isStatus = (text: string): text is SentStatus => sentStatuses.some((each) => each === text)

/** Reads what the list is asked for from the address; what makes no sense is as if it were not there. */
export function readSentQuery(params: Params): SentQuery {
  const text = (name: string) => {
    const value = params[name]
    return typeof value === 'string' ? value : ''
  }
  const [range, status] = [text('range'), text('status')]
  const order = text('sort')
  const sort = order.replace(/^-/, '')
  return {
    ...noSentFilter,
    text: text('q').slice(0, 100),
    range: isRange(range) ? range : noSentFilter.range,
    status: isStatus(status) ? status : null,
    ...(isSort(sort) ? { sort, descending: order.startsWith('-') } : {}),
    after: text('after').slice(0, 400),
  }
}

/** The address of a list; what is as by default is left out. */
export function sentHref(query: SentQuery): string {
  const params = new URLSearchParams()
  if (query.text !== '') params.set('q', query.text)
  if (query.range !== noSentFilter.range) params.set('range', query.range)
  if (query.status !== null) params.set('status', query.status)
  if (orderText(query) !== orderText(noSentFilter)) params.set('sort', orderText(query))
  if (query.after !== '') params.set('after', query.after)
  return params.size === 0 ? '/documents' : `/documents?${params}`
}

/** The order as it stands in the address: `-sent` is the newest first. */
export function orderText({ sort, descending }: Pick<SentQuery, 'sort' | 'descending'>): string {
  return `${descending ? '-' : ''}${sort}`
}
