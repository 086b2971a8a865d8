import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import { demandParams } from '#lib/i18n/demand-params.ts'
import { isLocale } from '#lib/i18n/locale.ts'

/** The sentence about what a recipient demands and an invoice lacks, in the reader's language. */
export async function demandSentence(
  code: string,
  params: Readonly<Record<string, string | number>>,
): Promise<string> {
  const locale = await getLocale()
  const [words, names] = [await getTranslations('demands.faults'), await getTranslations('demands.names')]
  const nameOf = (field: string) => names(field as Parameters<typeof names>[0])
  const key = code as Parameters<typeof words>[0]
  return words(key, demandParams(params, { locale: isLocale(locale) ? locale : 'sv', nameOf }) as never)
}
