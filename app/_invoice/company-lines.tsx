import { useLocale } from 'next-intl'
import { isCountryCode } from '#lib/codelists/countries.ts'
import type { InvoiceAccount } from '#lib/invoice/model.ts'
import type { Address } from '#lib/invoice/parties.ts'
import { formatBankgiro } from '#lib/party/bankgiro.ts'
import { formatIban } from '#lib/party/iban.ts'
import { formatPlusgiro } from '#lib/party/plusgiro.ts'

/** What an account number is called and how it is written: `Bankgiro 991-2346`. */
export function accountText(account: Pick<InvoiceAccount, 'kind' | 'number'>): string {
  const written = {
    bankgiro: () => `Bankgiro ${formatBankgiro(account.number)}`,
    plusgiro: () => `Plusgiro ${formatPlusgiro(account.number)}`,
    iban: () => `IBAN ${formatIban(account.number)}`,
  }
  return written[account.kind]()
}

/** A postal address, a line each; the country is named only when it is not Sweden. */
export function AddressLines({ address }: { address: Omit<Address, 'street2'> & { street2?: string } }) {
  const locale = useLocale()
  const postal =
    address.country === 'SE' ? address.postalCode.replace(/^(\d{3})\s?(\d{2})$/, '$1 $2') : address.postalCode
  const country = address.country === 'SE' ? '' : countryName(address.country, locale)
  const lines = [
    address.street,
    address.street2 ?? '',
    address.line3 ?? '',
    `${postal} ${address.city}`.trim(),
    country,
  ]
  return lines
    .filter((line) => line !== '')
    .map((line) => (
      <span key={line} className="block">
        {line}
      </span>
    ))
}

/** A country in words, in the language of the page; the code itself when it is none of ours. */
export function countryName(code: string, locale: string): string {
  if (!isCountryCode(code) || !/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}
