import type { IsoDate } from '#lib/core/dates.ts'
import { createMailTranslator } from '#lib/i18n/translator.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { termsTextOf } from '#lib/invoice/terms.ts'

/** The words an invoice itself carries (BT-20), in Swedish for a buyer in Sweden, else in English. */
export function documentWords(
  draft: InvoiceDraft,
  buyerCountry: string,
  today: IsoDate,
): { paymentTermsText: string } {
  const t = createMailTranslator(buyerCountry === 'SE' ? 'sv' : 'en', 'document')
  const terms = termsTextOf(draft, today)
  if (terms === null) return { paymentTermsText: '' }
  const sentence = {
    'net-days': () => t('netDays', { days: String(terms.code === 'net-days' ? terms.params.days : '') }),
    'on-receipt': () => t('onReceipt'),
    'pay-by': () => t('payBy', { date: terms.code === 'pay-by' ? terms.params.date : '' }),
  }[terms.code]()
  return { paymentTermsText: `${sentence} ${t('lateInterest')}` }
}
