import { isCountryCode } from '#lib/codelists/countries.ts'
import { type Decimal, negate, toShortestText } from '#lib/core/decimal.ts'
import { formatAmount, formatNumber, formatPercent } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { createMailTranslator } from '#lib/i18n/translator.ts'
import type { InvoiceAccount, InvoiceAdjustment, InvoicePeriod } from '#lib/invoice/model.ts'
import type { Address } from '#lib/invoice/parties.ts'
import { formatBankgiro } from '#lib/party/bankgiro.ts'
import { formatIban } from '#lib/party/iban.ts'
import { formatPlusgiro } from '#lib/party/plusgiro.ts'

/** A name and its value. An empty value is left out. */
export type Fact = readonly [label: string, value: string]

/** The words of the paper in one language; those of the page are the same. */
export type PaperWords = ReturnType<typeof openWords>

const opened = new Map<Locale, PaperWords>()

/** The words of a language, opened once in the life of the process: each message is read once. */
export function wordsOf(locale: Locale): PaperWords {
  const known = opened.get(locale) ?? openWords(locale)
  opened.set(locale, known)
  return known
}

function openWords(locale: Locale) {
  const paper = createMailTranslator(locale, 'paper')
  const units = createMailTranslator(locale, 'units')
  const pdf = createMailTranslator(locale, 'pdf')
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  /** A country in words; the code itself when it is none of ours. */
  const countryName = (code: string) =>
    isCountryCode(code) && /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code
  return {
    locale,
    paper,
    pdf,
    countryName,
    /** The unit of a quantity (BT-130); the code itself when it has no name. */
    unitName: (code: string) => {
      const key = code as Parameters<typeof units>[0]
      return units.has(key) ? units(key) : code
    },
    /** A postal address with its region, a line each; the country is named only when it is not Sweden. */
    addressLines: ({ street, street2, line3 = '', postalCode, city, subdivision = '', country }: Address) => {
      const postal = country === 'SE' ? postalCode.replace(/^(\d{3})\s?(\d{2})$/, '$1 $2') : postalCode
      const town = [city, subdivision].filter((part) => part !== '').join(', ')
      const named = country === 'SE' ? '' : countryName(country)
      return [street, street2, line3, `${postal} ${town}`.trim(), named].filter((line) => line !== '')
    },
    /** A discount or charge: what it is for, and its amount, below zero when it takes away. */
    adjustment: ({ isCharge, reason, reasonCode, percent, baseAmount, amount }: InvoiceAdjustment) => {
      const name = reason === '' ? reasonCode : reason
      const text =
        percent === null || baseAmount === null
          ? name
          : paper('adjustmentOf', {
              reason: name,
              percent: percentText(percent),
              base: amountText(baseAmount),
            })
      return { text, amount: isCharge ? amount : negate(amount) }
    },
  }
}

/** An exact decimal with at least two decimals, and its currency when one is given. */
export function amountText(amount: Decimal, currency?: string): string {
  return formatAmount(toShortestText(amount, 2), currency)
}

export function percentText(percent: Decimal): string {
  return formatPercent(toShortestText(percent))
}

export function numberText(value: Decimal): string {
  return formatNumber(toShortestText(value))
}

/** From and to (BG-14, BG-26); one of them may be missing; no text when both are. */
export function periodText({ start, end }: InvoicePeriod): string {
  return start === null && end === null ? '' : `${start ?? ''} – ${end ?? ''}`.trim()
}

/** What an account number is called and how it is written: `Bankgiro 991-2346`. */
export function accountText({ kind, number }: Pick<InvoiceAccount, 'kind' | 'number'>): string {
  const written = {
    bankgiro: () => `Bankgiro ${formatBankgiro(number)}`,
    plusgiro: () => `Plusgiro ${formatPlusgiro(number)}`,
    iban: () => `IBAN ${formatIban(number)}`,
  }
  return written[kind]()
}

/** Bytes as people read them: `1 kB` at least, `1,4 MB` from a million. */
export function fileSizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(String(Math.max(1, Math.round(bytes / 1000))))}\u00a0kB`
  return `${formatNumber((bytes / 1_000_000).toFixed(1))}\u00a0MB`
}
