import { getTranslations } from 'next-intl/server'
import { demandSentence } from '#app/_server/demand-sentence.ts'
import type { listReady, ReadyProblem } from '#lib/services/invoices/read-invoices.ts'
import type { ReadyRow, ShownProblem } from './ready-row.ts'

type Ready = Awaited<ReturnType<typeof listReady>>[number]

/** The ready invoices as the list shows them, every reason in the reader's language (K26). */
export async function readRows(ready: readonly Ready[]): Promise<ReadyRow[]> {
  const words = await getTranslations('send')
  const reasonOf = async ({ code, reason, faults = [], leavesByItself }: ReadyProblem): Promise<string> => {
    if (code === 'refused' && reason !== '') return words('problem.refusedReason', { reason })
    if (leavesByItself) return words('problem.leavesByItself')
    if (code !== 'demands-unmet') return words(`problem.${code}`)
    return (await Promise.all(faults.map((fault) => demandSentence(fault.code, fault.params)))).join('. ')
  }
  const fixFor = ({ id, buyerName, customerId }: Ready, code: ReadyProblem['code']): ShownProblem['fix'] => {
    switch (code) {
      case 'awaiting-approval':
      case 'refused':
      case 'withdrawn':
        return { href: `/customers/${customerId}#link`, words: words('fix.customer') }
      case 'demands-unmet':
        return { href: `/send/${id}`, words: words('fix.demands') }
      case 'customer-removed':
        return {
          href: `/customers/search?q=${encodeURIComponent(buyerName)}`,
          words: words('fix.addAgain'),
        }
      default:
        return { href: '/help#contact', words: words('fix.support') }
    }
  }
  const shownProblem = async (row: Ready): Promise<ShownProblem | null> => {
    if (row.problem === null) return null
    const { code } = row.problem
    return { code, reason: await reasonOf(row.problem), fix: fixFor(row, code) }
  }
  return Promise.all(
    ready.map(async (row) => ({
      id: row.id,
      revision: row.revision,
      number: row.number ?? '',
      isCreditNote: row.kind === 'credit-note',
      buyerName: row.buyerName,
      dueDate: row.dueDate ?? '',
      amountDue: row.amountDue ?? '0',
      currency: row.currency,
      files: row.files,
      way: row.channel && { channel: row.channel.channel, address: row.channel.recipientEmail ?? '' },
      problem: await shownProblem(row),
    })),
  )
}
