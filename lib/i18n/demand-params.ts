import { formatNumber } from './format.ts'
import type { Locale } from './locale.ts'
import { describeMasks, forExample, orList } from './mask-words.ts'
import { beginLarge } from './own-words.ts'

type Params = Readonly<Record<string, string | number>>

/** The language of a sentence, and what each field that can be demanded is called in it (`demands.names`). */
export type DemandWords = { readonly locale: Locale; readonly nameOf: (field: string) => string }

/**
 * The params of a fault about a recipient's demand as its message takes them, in the reader's language: the field by its
 * name or the recipient's own (`name`, `nameFirst` at the beginning of a sentence), its masks as a `shape`, an example
 * with the words before it.
 */
export function demandParams(params: Params, { locale, nameOf }: DemandWords): Params {
  const { demanded = '', anyOf = '', masks = '', example = '' } = params
  const own = params[`name.${locale}`] ?? params['name.sv']
  const name = own === undefined ? demanded && nameOf(String(demanded)) : beginSmall(String(own))
  return {
    ...params,
    name,
    nameFirst: beginLarge(String(name)),
    shape: describeMasks(String(masks).split('\n'), locale),
    forExample: forExample(String(example), locale),
    names: anyOf && orList(String(anyOf).split(',').map(nameOf), locale),
    // With the comma that all numbers have here.
    megabytes: formatNumber(String(params.megabytes ?? 0)),
    maxMegabytes: formatNumber(String(params.maxMegabytes ?? 0)),
  }
}

/** `Tidrapport` inside a sentence; `GLN` and the like stay. */
function beginSmall(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** A name as a label: alone it needs no article, which English names have for their place inside a sentence. */
export function asLabel(name: string): string {
  return beginLarge(name.replace(/^the /, ''))
}
