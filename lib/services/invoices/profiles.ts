import type { getCompany, listPaymentAccounts } from '#db/queries/companies.ts'
import type { findCustomer } from '#db/queries/customers.ts'
import { type CustomerDefaults, customerDefaultFields } from '#lib/invoice/customer-defaults.ts'
import type { BuyerProfile, PaymentAccount, SellerProfile } from '#lib/invoice/parties.ts'
import type { RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import { type PeppolId, parsePeppolId } from '#lib/party/peppol-id.ts'
import { type Connected, chooseChannel } from '#lib/services/delivery/channel.ts'

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
    gln: row.gln,
    identifyBy: row.identifyBy,
    roundToKrona: row.roundToKrona,
    footer: row.footer,
    interestText: row.interestText,
    accountingCurrency: row.accountingCurrency,
  }
}

/**
 * The customer as an invoice's buyer (BG-7, BG-8), with whether an invoice can reach it today. What the supplier has
 * noted on the customer's card goes before the directory. One that was taken out of the register counts as withdrawn.
 * `profile`: what its party demands, as in force.
 */
export function toBuyerProfile(
  row: CustomerRow,
  connected: Connected,
  profile: RequirementProfile | undefined,
): BuyerProfile {
  const { card } = row
  const address = card.address ?? { ...row, street2: '' }
  const addresses = electronicAddressesOf(row)
  const way = chooseChannel(row, connected)
  return {
    customerId: row.id,
    linkState: row.removedAt === null ? row.state : 'withdrawn',
    canReceive: way.ok,
    ...(way.ok && way.value.channel === 'email'
      ? { byEmail: way.value.recipientEmail, isInNetwork: row.channels.includes('peppol') }
      : {}),
    name: row.name,
    tradingName: '',
    orgNumber: row.orgNumber ?? '',
    vatNumber: card.vatNumber || row.vatNumber || '',
    electronicAddress: addresses[0] ?? null,
    electronicAddresses: addresses,
    address: {
      street: address.street,
      street2: address.street2,
      postalCode: address.postalCode,
      city: address.city,
      country: address.country,
    },
    ...(profile === undefined ? {} : { profile }),
    defaults: defaultsOf(card),
  }
}

function defaultsOf(card: CustomerDefaults): CustomerDefaults {
  const known = customerDefaultFields.filter((field) => card[field] !== undefined)
  return Object.fromEntries(known.map((field) => [field, card[field]]))
}

/** BT-49: the recorded Peppol ids, organisation number (0007) before GLN (0088); else what the numbers make. */
function electronicAddressesOf(row: CustomerRow): readonly PeppolId[] {
  const made = [
    ...(row.orgNumber ? [`0007:${row.orgNumber}`] : []),
    ...(row.orgNumber ? [] : row.glns.map((gln) => `0088:${gln}`)),
  ]
  const known = row.peppolIds.length > 0 ? row.peppolIds.toSorted() : made
  return known.flatMap((text) => {
    const parsed = parsePeppolId(text)
    return parsed.ok ? [parsed.value] : []
  })
}

/** An account as an invoice names it (BG-17). */
export function toPaymentAccount(row: AccountRow): PaymentAccount {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    ...(row.bic ? { bic: row.bic } : {}),
    ocrMode: row.ocrMode,
  }
}
