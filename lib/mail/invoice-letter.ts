import { toFixedText } from '#lib/core/decimal.ts'
import { formatAmount } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { createMailTranslator } from '#lib/i18n/translator.ts'
import type { Invoice } from '#lib/invoice/model.ts'
import { escapeHtml } from './escape-html.ts'

/**
 * The short letter that an invoice by e-mail comes with, as text and as HTML of the same words, in the invoice's
 * language. It says what is attached, what is to be paid and when, and that it is no e-invoice. Of what people typed it
 * holds names and numbers only.
 */
export function writeInvoiceLetter(
  invoice: Invoice,
  locale: Locale,
): { subject: string; text: string; html: string } {
  const t = createMailTranslator(locale, 'invoiceLetter')
  const { seller, buyer, invoiceNumber: number, dueDate } = invoice
  const kind = invoice.kind === 'credit-note' ? 'creditNote' : 'invoice'
  const amount = formatAmount(toFixedText(invoice.totals.amountDue, 2), invoice.currency)
  const subject = t(`subject.${kind}`, { number, seller: seller.name })
  const paragraphs = [
    t(`lead.${kind}`, { number, seller: seller.name, buyer: buyer.name }),
    dueDate === null || kind === 'creditNote'
      ? t('amount', { amount })
      : t('amountDue', { amount, date: dueDate }),
    t('files'),
    t('noEInvoice'),
    t('questions', { seller: seller.name }),
  ]
  return {
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
      '<body style="margin:0;padding:24px;color:#1A2421;font:16px/1.5 sans-serif">',
      ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
      '</body></html>',
    ].join(''),
  }
}
