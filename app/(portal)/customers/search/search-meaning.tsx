import { useTranslations } from 'next-intl'
import { formatBankgiro } from '#lib/party/bankgiro.ts'
import { detectIdentifier, type IdentifierKind } from '#lib/party/detect-identifier.ts'
import { formatIban } from '#lib/party/iban.ts'
import { maskOrganisationNumber } from '#lib/party/organisation-number.ts'

const formats: Partial<Record<IdentifierKind, (value: string) => string>> = {
  orgnumber: maskOrganisationNumber,
  bankgiro: formatBankgiro,
  iban: formatIban,
}

/** Says what a search text was taken for, and when a check digit in it is wrong: then the name is searched instead. */
export function SearchMeaning({ text }: { text: string }) {
  const words = useTranslations('customers')
  const { kind, canonical } = detectIdentifier(text)
  if (kind === 'name') return <p className="text-muted">{words('searchingName')}</p>
  if (canonical === null) {
    return (
      <p>
        <span className="font-semibold text-bad">{words('wrongDigit', { kind, value: text })}</span>{' '}
        <span className="text-muted">{words('searchingInstead')}</span>
      </p>
    )
  }
  const value = formats[kind]?.(canonical) ?? canonical
  return <p className="figures break-words text-muted">{words('searchingBy', { kind, value })}</p>
}
