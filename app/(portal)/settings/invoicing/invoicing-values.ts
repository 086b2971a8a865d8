import { termsChoices } from '#lib/forms/invoicing-choices.ts'
import type { getInvoicing } from '#lib/services/company/invoicing.ts'

/** What stands in the fields of *Fakturor*, by field name; ticks apart. */
export type InvoicingValues = {
  invoicePrefix: string
  invoiceNext: string
  invoiceMinDigits: string
  creditPrefix: string
  creditNext: string
  creditMinDigits: string
  terms: string
  termsDays: string
  interestText: string
  defaultVatChoice: string
  accountingCurrency: string
  footer: string
}

/** The ticks of *Fakturor*. */
export type InvoicingTicks = { roundToKrona: boolean; pricesIncludeVat: boolean }

/** Gives the stored settings as the fields show them. */
export function toInvoicingValues(stored: Awaited<ReturnType<typeof getInvoicing>>): {
  values: InvoicingValues
  ticks: InvoicingTicks
} {
  const { invoice, creditNote, defaults } = stored
  const days = String(defaults.defaultTermsDays)
  const terms = termsChoices.find((choice) => choice === days) ?? 'other'
  const values = {
    invoicePrefix: invoice.prefix,
    invoiceNext: String(invoice.next),
    invoiceMinDigits: String(invoice.minDigits),
    creditPrefix: creditNote.prefix,
    creditNext: String(creditNote.next),
    creditMinDigits: String(creditNote.minDigits),
    terms,
    termsDays: terms === 'other' ? days : '',
    interestText: defaults.interestText,
    defaultVatChoice: defaults.defaultVatChoice,
    accountingCurrency: defaults.accountingCurrency,
    footer: defaults.footer,
  }
  const { roundToKrona, pricesIncludeVat } = defaults
  return { values, ticks: { roundToKrona, pricesIncludeVat } }
}
