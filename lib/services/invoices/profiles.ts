import type { getCompany, listPaymentAccounts } from '#db/queries/companies.ts'
import type { findCustomer } from '#db/queries/customers.ts'
import type { BuyerProfile, PaymentAccount, SellerProfile } from '#lib/invoice/parties.ts'
import { parsePeppolId } from '#lib/party/peppol-id.ts'
import { chooseChannel } from '#lib/services/delivery/channel.ts'

type CompanyRow = Awaited<ReturnType<typeof getCompany>>
type CustomerRow = NonNullable<Awaited<ReturnType<typeof findCustomer>>>
type AccountRow = Awaited<ReturnType<typeof listPaymentAccounts>>[number]

/** The company as an invoice's seller (BG-4 … BG-6). */
export function toSellerProfile(row: CompanyRow): SellerProfile {
  return {
    companyForm: row.companyForm,
    name: row.name,
    tradingName: row.tradingName,
    orgNumber: row.orgNumber,
    vatRegistered: row.vatRegistered,
    vatNumber: row.vatNumber,
    fTaxApproved: row.fTaxApproved,
    seat: row.seat,
    address: {
      street: row.street,
      street2: row.street2,
      postalCode: row.postalCode,
      city: row.city,
      country: row.country,
    },
    contact: { name: row.contactName, phone: row.phone, email: row.email },
  }
}

/** The customer as an invoice's buyer (BG-7, BG-8), with whether an invoice can reach it today. */
export function toBuyerProfile(row: CustomerRow): BuyerProfile {
  return {
    customerId: row.id,
    linkState: row.state,
    canReceive: chooseChannel(row).ok,
    name: row.name,
    tradingName: '',
    orgNumber: row.orgNumber ?? '',
    vatNumber: row.vatNumber ?? '',
    electronicAddress: electronicAddressOf(row),
    address: {
      street: row.street,
      street2: '',
      postalCode: row.postalCode,
      city: row.city,
      country: row.country,
    },
  }
}

/** BT-49: a recorded Peppol id, the organisation number (0007) before a GLN (0088); null when there is none. */
function electronicAddressOf(row: CustomerRow): BuyerProfile['electronicAddress'] {
  const recorded = row.peppolIds.toSorted()[0]
  const text =
    recorded ?? (row.orgNumber ? `0007:${row.orgNumber}` : row.glns[0] ? `0088:${row.glns[0]}` : '')
  const parsed = parsePeppolId(text)
  return parsed.ok ? parsed.value : null
}

/** An account as an invoice names it (BG-17). */
export function toPaymentAccount(row: AccountRow): PaymentAccount {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    ...(row.bic ? { bic: row.bic } : {}),
    ocrMode: 'none',
  }
}
