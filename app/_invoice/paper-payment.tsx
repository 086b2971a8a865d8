import { useTranslations } from 'next-intl'
import type { InvoiceAccount, InvoiceOutline } from '#lib/invoice/model.ts'
import type { OutlineGap } from '#lib/invoice/outline.ts'
import { accountText } from './company-lines.tsx'
import { Facts, Gap } from './paper-facts.tsx'

type PaymentProps = { invoice: InvoiceOutline; gaps: ReadonlySet<OutlineGap> }

/** How it is paid (BG-16, BG-17, BT-9, BT-20, BT-83). Nothing when a credit note says nothing about it. */
export function PaperPayment({ invoice, gaps }: PaymentProps) {
  const words = useTranslations('paper')
  const { paymentAccounts, paymentReference, paymentTermsText, dueDate } = invoice
  const isSilent = paymentAccounts.length === 0 && paymentReference === '' && paymentTermsText === ''
  if (isSilent && dueDate === null && !gaps.has('accounts')) return null
  return (
    <section className="perforation grid break-inside-avoid gap-2 pt-4">
      <h3>
        {words('payment')} {gaps.has('accounts') && <Gap />}
      </h3>
      {paymentAccounts.length > 0 && (
        <ul className="figures">
          {paymentAccounts.map((account) => (
            <Account key={`${account.kind}${account.number}`} account={account} />
          ))}
        </ul>
      )}
      <Facts
        rows={[
          [words('reference'), paymentReference],
          [words('dueDate'), dueDate ?? ''],
          [words('terms'), paymentTermsText],
        ]}
      />
    </section>
  )
}

function Account({ account }: { account: InvoiceAccount }) {
  const words = useTranslations('paper')
  const details = [
    account.bic === '' ? '' : `${words('bic')} ${account.bic}`,
    account.holder === '' ? '' : `${words('holder')} ${account.holder}`,
  ].filter((part) => part !== '')
  return (
    <li className="font-semibold">
      {accountText(account)}
      {details.map((detail) => (
        <span key={detail} className="font-normal text-muted">
          {' '}
          · {detail}
        </span>
      ))}
    </li>
  )
}
