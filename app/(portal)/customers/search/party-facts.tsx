import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SummaryList } from '#app/_components/summary-list.tsx'
import { AddressLines } from '#app/_invoice/company-lines.tsx'
import { DemandList } from '#app/_invoice/demand-list.tsx'
import { OrgNumber } from '#app/_invoice/org-number.tsx'
import { textIn } from '#lib/i18n/own-words.ts'
import { formatBankgiro } from '#lib/party/bankgiro.ts'
import { formatIban } from '#lib/party/iban.ts'
import { maskPeppolId, parsePeppolId } from '#lib/party/peppol-id.ts'
import { maskVatNumber } from '#lib/party/vat-number.ts'
import type { DirectoryHit } from '#lib/services/customers/search-directory.ts'
import { channelsOf } from '#lib/services/delivery/channel.ts'

const channelWords = { inbox: 'channelInbox', peppol: 'channelPeppol', email: 'channelEmail' } as const

const shownChannels = (party: DirectoryHit) =>
  channelsOf({ channels: party.channels, recipientCompanyId: party.companyId })

/** Which documents a party takes: what its best channel carries. */
function documentsOf(party: DirectoryHit) {
  const channels = shownChannels(party)
  if (!party.canReceive || channels.length === 0) return 'documentsNone'
  return channels.some((channel) => channel !== 'email') ? 'documentsBis' : 'documentsEmail'
}

/** A recorded Peppol id with a sole trader's number hidden. */
function maskedPeppolId(text: string): string {
  const parsed = parsePeppolId(text)
  return parsed.ok ? maskPeppolId(parsed.value) : text
}

/** What the directory knows of a company, as names and values. */
export function PartyFacts({ party }: { party: DirectoryHit }) {
  const words = useTranslations('customers')
  const demands = useTranslations('demands')
  const locale = useLocale()
  const list = (values: readonly string[]) =>
    values.map((value) => (
      <span key={value} className="figures block break-all">
        {value}
      </span>
    ))
  const rows: { key: string; label: string; value: ReactNode }[] = [
    { key: 'name', label: words('legalName'), value: party.name },
    ...(party.orgNumber
      ? [{ key: 'org', label: words('orgNumber'), value: <OrgNumber value={party.orgNumber} /> }]
      : []),
    ...(party.vatNumber
      ? [{ key: 'vat', label: words('vatNumber'), value: list([maskVatNumber(party.vatNumber)]) }]
      : []),
    {
      key: 'address',
      label: words('address'),
      value: (
        <AddressLines
          address={{
            street: party.street,
            postalCode: party.postalCode,
            city: party.city,
            country: party.country,
          }}
        />
      ),
    },
    ...(party.peppolIds.length > 0
      ? [{ key: 'peppol', label: words('peppolId'), value: list(party.peppolIds.map(maskedPeppolId)) }]
      : []),
    ...(party.glns.length > 0 ? [{ key: 'gln', label: words('gln'), value: list(party.glns) }] : []),
    ...(party.bankgiros.length > 0
      ? [{ key: 'bankgiro', label: words('bankgiro'), value: list(party.bankgiros.map(formatBankgiro)) }]
      : []),
    ...(party.ibans.length > 0
      ? [{ key: 'iban', label: words('iban'), value: list(party.ibans.map(formatIban)) }]
      : []),
    {
      key: 'documents',
      label: words('documents'),
      value: words(documentsOf(party)),
    },
    {
      key: 'channels',
      label: words('receives'),
      value:
        party.canReceive && shownChannels(party).length > 0
          ? shownChannels(party).map((channel) => (
              <span key={channel} className="block">
                {words(channelWords[channel])}
              </span>
            ))
          : words('channelNone'),
    },
    {
      key: 'approval',
      label: words('approval'),
      value: words(party.approval === 'manual' ? 'approvalNeeded' : 'approvalNone'),
    },
    ...(party.profile === undefined
      ? []
      : [
          {
            key: 'demands',
            label: demands('factTitle'),
            value: (
              <div className="grid gap-1.5">
                {party.profile.note && <p>{textIn(party.profile.note, locale)}</p>}
                <DemandList profile={party.profile} recipient={party.name} />
              </div>
            ),
          },
        ]),
  ]
  return <SummaryList rows={rows} />
}
