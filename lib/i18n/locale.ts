/** The languages of the product, the source language first. */
export const locales = ['sv', 'en'] as const

/** A language of the product. */
export type Locale = (typeof locales)[number]

/** Tells whether a text names one of our languages. */
export function isLocale(text: unknown): text is Locale {
  return locales.some((locale) => locale === text)
}

/**
 * Chooses our language by an Accept-Language header (RFC 9110 12.5.4): the wanted one with the highest weight that
 * we have. Without a header, without a match, or with an unreadable one: Swedish.
 */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(readRange)
    .filter((range) => range.weight > 0)
    .sort((one, other) => other.weight - one.weight)
  for (const { language } of wanted) {
    if (language === '*') return 'sv'
    if (isLocale(language)) return language
  }
  return 'sv'
}

function readRange(range: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = quality === undefined ? 1 : Number(quality.slice(2))
  return { language: tag.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 }
}
