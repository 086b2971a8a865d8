import { getTranslations } from 'next-intl/server'
import type { listReady, ReadyProblem } from '#lib/services/invoices/read-invoices.ts'
import type { ReadyRow, ShownProblem } from './ready-row.ts'

type Ready = Awaited<ReturnType<typeof listReady>>[number]

/** The ready invoices as the list shows them, every reason in the reader's language (K26). */
export async function readRows(ready: readonly Ready[]): Promise<ReadyRow[]> {
  const words = await getTranslations('send')
  const shownProblem = ({ code, reason }: ReadyProblem, buyerName: string): ShownProblem => {
    const hasReason = code === 'refused' && reason !== ''
    const text = hasReason ? words('problem.refusedReason', { reason }) : words(`problem.${code}`)
    return { code, reason: text, fix: fixFor(code, buyerName) }
  }
  const fixFor = (code: ReadyProblem['code'], buyerName: string): ShownProblem['fix'] => {
    switch (code) {
      case 'awaiting-approval':
      case 'refused':
      case 'withdrawn':
        return { href: '/customers', words: words('fix.customer') }
      case 'customer-removed':
        return {
          href: `/customers/search?q=${encodeURIComponent(buyerName)}`,
          words: words('fix.addAgain'),
        }
      default:
        return { href: '/help#contact', words: words('fix.support') }
    }
  }
  return ready.map((row) => ({
    id: row.id,
    number: row.number ?? '',
    isCreditNote: row.kind === 'credit-note',
    buyerName: row.buyerName,
    dueDate: row.dueDate ?? '',
    amountDue: row.amountDue ?? '0',
    currency: row.currency,
    files: row.files,
    problem: row.problem === null ? null : shownProblem(row.problem, row.buyerName),
  }))
}
