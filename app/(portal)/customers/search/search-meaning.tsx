import { useTranslations } from 'next-intl'
import { detectIdentifier } from '#lib/party/detect-identifier.ts'
import { formatOrganisationNumber } from '#lib/party/organisation-number.ts'

/** Says what a search text was taken for, and when a check digit in it is wrong. */
export function SearchMeaning({ text }: { text: string }) {
  const words = useTranslations('customers')
  const { kind, canonical } = detectIdentifier(text)
  if (kind === 'name') return <p className="text-muted">{words('searchingName')}</p>
  if (canonical === null) {
    return <p className="font-semibold text-bad">{words('wrongDigit', { kind, value: text })}</p>
  }
  if (kind === 'iban' || kind === 'bankgiro') return <p className="text-muted">{words('noAccounts')}</p>
  const value = kind === 'orgnumber' ? formatOrganisationNumber(canonical) : canonical
  return <p className="figures text-muted">{words('searchingBy', { kind, value })}</p>
}
