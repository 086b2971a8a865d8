import type { DeliveryRow, ScreenRow } from '../system/records.ts'
import type { Check } from '../system/sets.ts'
import type { LetterLine } from './sink.ts'

/** Everything that is believed, as it stood at the end. */
export type Evidence = {
  readonly invoiceIds: readonly string[]
  readonly ledger: readonly LetterLine[]
  readonly deliveries: readonly DeliveryRow[]
  readonly screen: readonly ScreenRow[]
}

/** Judges by the mail server's ledger, the database and the screen. */
export function judge({ invoiceIds, ledger, deliveries, screen }: Evidence): Check[] {
  const arrived = Map.groupBy(ledger, ({ messageId }) => messageId)
  const delivery = new Map(deliveries.map((row) => [row.invoiceId, row]))
  const shown = new Map(screen.map((row) => [row.invoiceId, row.word]))
  const messageOf = (id: string) => delivery.get(id)?.messageId ?? ''
  return [
    {
      what: 'every letter was cut once, after all of it had arrived',
      found: invoiceIds.filter((id) => !arrived.has(messageOf(id))),
    },
    {
      what: 'no letter goes a second time',
      found: [...arrived].filter(([, lines]) => lines.length > 1).map(([messageId]) => messageId),
    },
    {
      what: 'what arrived is what was frozen, byte for byte',
      found: invoiceIds.filter((id) =>
        arrived.get(messageOf(id))?.some(({ sha256 }) => sha256 !== delivery.get(id)?.sha256),
      ),
    },
    {
      what: 'every delivery is uncertain',
      found: invoiceIds.filter((id) => delivery.get(id)?.state !== 'uncertain'),
    },
    {
      what: 'every sender sees that it is unclear',
      found: invoiceIds.filter((id) => shown.get(id) !== 'Oklart om den kom fram'),
    },
  ]
}
