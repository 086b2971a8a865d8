import type { Transaction } from '#db/client.ts'
import type { listAttachments } from '#db/queries/attachments.ts'
import type { getCompany } from '#db/queries/companies.ts'
import type { findCustomer } from '#db/queries/customers.ts'
import type { listInvoicesInState } from '#db/queries/invoices.ts'
import { listProfilesInForce } from '#db/queries/requirement-profiles.ts'
import { type IsoDate, parseIsoDate } from '#lib/core/dates.ts'
import { checkDemandedFiles, checkDemands } from '#lib/invoice/check-demands.ts'
import { completeDraft } from '#lib/invoice/draft.ts'
import { type Fault, stopsOf } from '#lib/invoice/faults.ts'
import type { BuyerProfile } from '#lib/invoice/parties.ts'
import type { RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import { draftTotals } from '#lib/invoice/totals.ts'
import type { Connected } from '#lib/services/delivery/channel.ts'
import { toBuyerProfile, toSellerProfile } from './profiles.ts'

type CustomerRow = NonNullable<Awaited<ReturnType<typeof findCustomer>>>

/** A customer as an invoice's buyer, with what it demands on a day. */
export async function readBuyer(
  tx: Transaction,
  connected: Connected,
  customer: CustomerRow,
  day: IsoDate,
): Promise<BuyerProfile> {
  const profiles = await listProfilesInForce(tx, [customer.partyId], day)
  return toBuyerProfile(customer, connected, profiles.get(customer.partyId))
}

/** A ready invoice, and all that what its recipient demands is compared with. */
export type DemandedInvoice = {
  invoice: Pick<Awaited<ReturnType<typeof listInvoicesInState>>[number], 'draft' | 'issueDate'>
  customer: CustomerRow
  profile: RequirementProfile | undefined
  company: Awaited<ReturnType<typeof getCompany>>
  files: Awaited<ReturnType<typeof listAttachments>>
  today: IsoDate
}

/**
 * What a ready invoice lacks of what its recipient demands now, which may be more than when it was made ready (K26). Its
 * draft is judged as of the day it was issued. Nothing = it may go.
 */
export function unmetDemands(connected: Connected, of: DemandedInvoice): readonly Fault[] {
  if (of.profile === undefined) return []
  const draft = completeDraft(of.invoice.draft)
  const today = parseIsoDate(of.invoice.issueDate ?? '') ?? of.today
  const company = toSellerProfile(of.company)
  const { profile, customer } = of
  const to = { draft, profile, customer: toBuyerProfile(customer, connected, profile), company, today }
  const { totalWithVat } = draftTotals(draft, {
    today,
    roundToKrona: company.roundToKrona === true,
    accountingCurrency: company.accountingCurrency ?? 'SEK',
  })
  return stopsOf([...checkDemands(to), ...checkDemandedFiles(to, totalWithVat, of.files)])
}
