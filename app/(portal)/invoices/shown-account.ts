import type { PaymentAccount } from '#lib/invoice/parties.ts'
import { formatBankgiro } from '#lib/party/bankgiro.ts'
import { formatIban } from '#lib/party/iban.ts'
import { formatPlusgiro } from '#lib/party/plusgiro.ts'

const formats = { bankgiro: formatBankgiro, plusgiro: formatPlusgiro, iban: formatIban } as const

/** An account's number as people read it: `991-2346`, `SE45 5000 …`. */
export function shownAccount({ kind, number }: PaymentAccount): string {
  return formats[kind](number)
}
