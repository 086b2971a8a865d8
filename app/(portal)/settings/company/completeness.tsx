import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Banner } from '#app/_components/banner.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { checkCompany, checkSellerVat } from '#lib/invoice/check-parties.ts'
import type { getCompany } from '#lib/services/company/company.ts'
import { toSellerProfile } from '#lib/services/invoices/profiles.ts'

type Stored = Awaited<ReturnType<typeof getCompany>>

const fields = {
  companyForm: 'companyForm',
  name: 'name',
  orgNumber: 'orgNumber',
  gln: 'gln',
  'address.street': 'street',
  'address.postalCode': 'postalCode',
  'address.city': 'city',
  'address.country': 'country',
  seat: 'seat',
  contact: 'phone',
} as const

/** Says what is still missing before anything can be sent, each a link to its field (S6, S7), or what comes next. */
export function Completeness({ stored, isWelcome }: { stored: Stored; isWelcome: boolean }) {
  const words = useTranslations('settings')
  const missing = missingFields(stored)
  const hasAccount = stored.accounts.length > 0
  const count = missing.length + (hasAccount ? 0 : 1)
  if (count === 0) {
    if (!isWelcome) return null
    const toCustomers = <LinkButton href="/customers">{words('toCustomers')}</LinkButton>
    return <Banner tone="ok" title={words('completeTitle')} actions={toCustomers} />
  }
  return (
    <Banner
      tone={isWelcome ? 'info' : 'wait'}
      title={isWelcome ? words('welcomeTitle') : words('missingTitle', { count })}
      actions={missing.length === 0 && <LinkButton href="/settings/payment">{words('toPayment')}</LinkButton>}
    >
      {isWelcome && <p>{words('welcome')}</p>}
      {isWelcome && <p>{words('missingTitle', { count })}:</p>}
      <ul className="flex flex-wrap gap-x-3 gap-y-1">
        {missing.map((field) => (
          <li key={field}>
            <a href={`#${field}`}>{words(`missing.${field}`)}</a>
          </li>
        ))}
        {!hasAccount && (
          <li>
            <Link href="/settings/payment">{words('paymentMissing')}</Link>
          </li>
        )}
      </ul>
    </Banner>
  )
}

function missingFields({ company }: Stored) {
  const { gln, identifyBy } = company
  const seller = { ...toSellerProfile(company), gln, identifyBy }
  const names = checkCompany(seller).map((fault) => fault.params?.missing)
  const known = Object.entries(fields).flatMap(([name, field]) => (names.includes(name) ? [field] : []))
  const lacksVat = company.vatRegistered && checkSellerVat(seller).length > 0
  return lacksVat ? [...known, 'vatNumber' as const] : known
}
