import { z } from 'zod'
import { readTermsDays } from '#lib/invoice/terms.ts'
import { accountingCurrencies, readPrefix, termsChoices, usualVatChoices } from './invoicing-choices.ts'
import { optionalLine, tick } from './text.ts'

/** Letters, digits, - and /, as in a number (T-06), and the year at most once. */
const prefixPattern = /^[0-9A-Za-zÅÄÖåäö/-]*(?:\{(?:åååå|åå)\}[0-9A-Za-zÅÄÖåäö/-]*)?$/

const prefix = z
  .string()
  .default('')
  .transform(readPrefix)
  .pipe(z.string().max(8, 'prefix-long').regex(prefixPattern, 'prefix-characters'))

const wholeNumber = (least: number, most: number, code: string) =>
  z
    .string(code)
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{1,10}$/, code))
    .transform(Number)
    .pipe(z.number().min(least, code).max(most, code))

const next = wholeNumber(1, 9_999_999_999, 'series-next-range')
const minDigits = wholeNumber(1, 10, 'min-digits-range')

/** *Fakturor*: the two series (BT-1) and what a new invoice starts with. */
export const invoicingForm = z
  .strictObject({
    invoicePrefix: prefix,
    invoiceNext: next,
    invoiceMinDigits: minDigits,
    creditPrefix: prefix,
    creditNext: next,
    creditMinDigits: minDigits,
    terms: z.enum(termsChoices, 'unreadable'),
    termsDays: optionalLine(10),
    interestText: optionalLine(150),
    roundToKrona: tick,
    defaultVatChoice: z.enum(usualVatChoices, 'unreadable'),
    pricesIncludeVat: tick,
    accountingCurrency: z.enum(accountingCurrencies, 'unreadable'),
    footer: optionalLine(200),
  })
  .transform((typed, check) => {
    const days = typed.terms === 'other' ? readTermsDays(typed.termsDays) : Number(typed.terms)
    if (days === null)
      check.addIssue({ code: 'custom', message: 'terms-days-unreadable', path: ['termsDays'] })
    if (days === null) return z.NEVER
    const { interestText, roundToKrona, defaultVatChoice, pricesIncludeVat } = typed
    const { accountingCurrency, footer } = typed
    return {
      invoice: { prefix: typed.invoicePrefix, next: typed.invoiceNext, minDigits: typed.invoiceMinDigits },
      'credit-note': { prefix: typed.creditPrefix, next: typed.creditNext, minDigits: typed.creditMinDigits },
      defaultTermsDays: days,
      interestText,
      roundToKrona,
      defaultVatChoice,
      pricesIncludeVat,
      accountingCurrency,
      footer,
    }
  })
