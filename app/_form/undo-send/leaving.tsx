import { getLocale } from 'next-intl/server'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { formatClock } from '#lib/i18n/format.ts'
import type { readLeaving } from '#lib/services/delivery/undo-send.ts'
import { LeavingList } from './leaving-list.client.tsx'

type LeavingProps = { invoices: Awaited<ReturnType<typeof readLeaving>>; isOwnPage?: boolean }

/** What was just sent and can be undone; also where there is nothing, for what an undo came to. */
export async function Leaving({ invoices, isOwnPage }: LeavingProps) {
  const locale = await getLocale()
  return (
    <ClientMessages namespaces={['undoSend']}>
      <LeavingList
        invoices={invoices.map(({ leavesAt, ...invoice }) => ({
          ...invoice,
          leavesAt: formatClock(leavesAt, locale),
        }))}
        {...(isOwnPage === undefined ? {} : { isOwnPage })}
      />
    </ClientMessages>
  )
}
