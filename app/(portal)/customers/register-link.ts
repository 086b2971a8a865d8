/** The register as it is shown: search text, filter, how many rows. */
export type RegisterView = { q: string; show: RegisterShow; limit: number }

/** The filters, as they stand in the address. */
export const registerShows = ['all', 'can-receive', 'awaiting', 'refused'] as const

/** A filter of the register. */
export type RegisterShow = (typeof registerShows)[number]

/** How many rows a page of the register has. */
export const registerStep = 50

type Query = Record<string, string | string[] | undefined>

/** Reads the view from the address; what is not understood counts as not given. */
export function readRegisterView(query: Query): RegisterView {
  const show = registerShows.find((known) => known === query.show) ?? 'all'
  const limit = typeof query.limit === 'string' ? Number.parseInt(query.limit, 10) : registerStep
  return {
    q: typeof query.q === 'string' ? query.q.trim().slice(0, 100) : '',
    show,
    limit: Number.isFinite(limit) ? Math.min(Math.max(limit, registerStep), 1000) : registerStep,
  }
}

/** The address of a view of the register. */
export function registerHref({ q, show, limit }: RegisterView): string {
  const query = new URLSearchParams()
  if (q !== '') query.set('q', q)
  if (show !== 'all') query.set('show', show)
  if (limit !== registerStep) query.set('limit', String(limit))
  return query.size === 0 ? '/customers' : `/customers?${query}`
}
