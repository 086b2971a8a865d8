import { isVatChoice, needsOf, offeredVatChoicesOf, resolveVat } from '#lib/codelists/vat-choices.ts'
import { readAmount } from '#lib/core/amount-input.ts'
import { daysBetween, type IsoDate, isoDateOf } from '#lib/core/dates.ts'
import { add, decimal, divide, multiply, toShortestText } from '#lib/core/decimal.ts'
import { foldName } from '#lib/core/fold.ts'
import { cleanLine } from '#lib/core/text.ts'
import { type DraftLine, filledLines, type InvoiceDraft } from './draft.ts'
import { priceWithoutVat } from './including-vat.ts'
import { readPrice } from './read-line.ts'

/** What of an invoiced line is remembered, so that it can be offered again. */
export type ArticleFacts = {
  /** BT-153. */
  readonly itemName: string
  /** BT-155; empty = none. */
  readonly sellerItemId: string
  /** BT-130, a code. */
  readonly unit: string
  /** What it cost last, canonical text: with VAT or without as `pricesIncludeVat` says. */
  readonly unitPrice: string
  /** BT-149, canonical text; empty = 1. */
  readonly baseQuantity: string
  readonly pricesIncludeVat: boolean
  readonly currency: string
  readonly vatChoice: string
  /** BT-120, for a choice that has no words of its own. */
  readonly exemptionReason: string
}

/** An article of a company, and when and how often it was invoiced. */
export type Article = ArticleFacts & {
  readonly id: string
  /** In how many invoices. */
  readonly timesUsed: number
  readonly lastUsedOn: string
  /** Whom it was invoiced to last; empty = unknown. */
  readonly lastCustomerId: string
}

/** How many articles of a company are remembered; those not used for longest go. */
export const maxArticles = 2000

/** How many articles are offered at once. */
export const maxSuggestions = 8

/** What makes two lines the same article beside the item number: the name, however it is cased and spaced. */
export function articleKey(itemName: string): string {
  return cleanLine(itemName).replace(/\s+/g, ' ').toLowerCase()
}

/**
 * What of a draft's lines is to be remembered, each article once and as its last line has it. In the order of their
 * keys, so that two who write them at once never wait for each other. Nothing of a credit note: its prices are those
 * of what it takes back.
 */
export function articlesOf(draft: InvoiceDraft): readonly ArticleFacts[] {
  if (draft.kind === 'credit-note') return []
  const found = new Map<string, ArticleFacts>()
  for (const line of filledLines(draft)) {
    const facts = factsOf(line, draft)
    if (facts !== null) found.set(`${articleKey(facts.itemName)}\n${facts.sellerItemId}`, facts)
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, facts]) => facts)
}

function factsOf(line: DraftLine, { pricesIncludeVat, currency }: InvoiceDraft): ArticleFacts | null {
  const price = readPrice(line)
  const base = readAmount(line.baseQuantity)
  const itemName = cleanLine(line.itemName)
  if (price === null || itemName === '') return null
  return {
    itemName,
    sellerItemId: cleanLine(line.sellerItemId),
    unit: line.unit,
    unitPrice: toShortestText(price.net),
    baseQuantity: base.kind === 'value' ? toShortestText(base.value) : '',
    pricesIncludeVat,
    currency,
    vatChoice: line.vatChoice,
    exemptionReason: cleanLine(line.exemptionReason),
  }
}

/** What a search for an article reads: each word of name and item number after a space, and the number in one piece. */
export function articleSearchText({
  itemName,
  sellerItemId,
}: Pick<ArticleFacts, 'itemName' | 'sellerItemId'>): string {
  const number = foldName(sellerItemId)
  return ` ${foldName(itemName)} ${number} ${inOnePiece(number)}`
}

/** What was typed as a search takes it: its words, and all of it in one piece, as an item number may be written. */
export function searchWords(typed: string): { readonly words: readonly string[]; readonly whole: string } {
  const folded = foldName(typed)
  return { words: folded === '' ? [] : folded.split(' '), whole: inOnePiece(folded) }
}

function inOnePiece(folded: string): string {
  return folded.replaceAll(' ', '')
}

/**
 * The articles that match what was typed, the best first, at most eight: the beginning of the name or the item number
 * before the beginnings of words; then those of the same customer; then those used often and lately.
 */
export function rankArticles(
  articles: readonly Article[],
  typed: string,
  { customerId, today }: { readonly customerId: string; readonly today: IsoDate },
): readonly Article[] {
  const weight = ({ timesUsed, lastUsedOn }: Article) =>
    Math.log2(1 + timesUsed) - daysBetween(isoDateOf(lastUsedOn), today) / 30
  return articles
    .flatMap((article) => {
      const match = matchOf(article, typed)
      const isOfCustomer = customerId !== '' && article.lastCustomerId === customerId
      return match === null ? [] : [{ article, match, isOfCustomer, weight: weight(article) }]
    })
    .toSorted(
      (a, b) => a.match - b.match || Number(b.isOfCustomer) - Number(a.isOfCustomer) || b.weight - a.weight,
    )
    .slice(0, maxSuggestions)
    .map(({ article }) => article)
}

/** 0 = name or number begins so, 1 = some words of them do, null = no match. */
function matchOf(article: Article, typed: string): 0 | 1 | null {
  const { words, whole } = searchWords(typed)
  if (words.length === 0) return null
  const number = inOnePiece(foldName(article.sellerItemId))
  if (number.startsWith(whole) || foldName(article.itemName).startsWith(words.join(' '))) return 0
  const text = articleSearchText(article)
  return words.every((word) => text.includes(` ${word}`)) ? 1 : null
}

/** What decides how an article comes into a line, beside the article and the line. */
export type ArticlePlace = {
  readonly draft: Pick<InvoiceDraft, 'customerId' | 'currency' | 'pricesIncludeVat'>
  readonly vatRegistered: boolean
  readonly today: IsoDate
  /** A person chose or typed what stands in the cell: it stays. */
  readonly isWritten: (cell: keyof DraftLine) => boolean
}

/**
 * What of a line an article fills: the name, and each of unit, price, VAT and item number where nobody wrote anything
 * else. The price only in its own currency. VAT that depends on the buyer (reverse charge, EU, export) is neither
 * carried to another customer nor replaced for one.
 */
export function cellsFromArticle(
  article: Article,
  line: DraftLine,
  place: ArticlePlace,
): Partial<Omit<DraftLine, 'key'>> {
  const isFree = (cell: keyof DraftLine) => line[cell] === '' || !place.isWritten(cell)
  const price = articlePrice(article, place)
  const hasOwnPrice = line.grossPrice !== '' || line.priceDiscount !== '' || !isFree('baseQuantity')
  return {
    itemName: article.itemName,
    ...(isFree('unit') && { unit: article.unit }),
    ...(price !== null &&
      isFree('unitPrice') &&
      !hasOwnPrice && { unitPrice: asTyped(price), baseQuantity: asTyped(article.baseQuantity) }),
    ...(isFree('vatChoice') &&
      fitsBuyer(article, line, place) && {
        vatChoice: article.vatChoice,
        exemptionReason: article.exemptionReason,
      }),
    ...(isFree('sellerItemId') && { sellerItemId: article.sellerItemId }),
  }
}

/** What an article costs on an invoice, canonical text; null when it was sold in another currency. */
export function articlePrice(
  article: Article,
  { draft, today }: Pick<ArticlePlace, 'draft' | 'today'>,
): string | null {
  if (article.currency !== draft.currency) return null
  if (article.pricesIncludeVat === draft.pricesIncludeVat) return article.unitPrice
  const vat = isVatChoice(article.vatChoice) ? resolveVat(article.vatChoice, today) : null
  if (vat === null) return null
  const [price, rate, hundred] = [decimal(article.unitPrice), decimal(vat.rate), decimal('100')]
  return draft.pricesIncludeVat
    ? toShortestText(divide(multiply(price, add(hundred, rate)), hundred))
    : toShortestText(priceWithoutVat(price, rate, decimal('1')))
}

function fitsBuyer(article: Article, line: DraftLine, { draft, vatRegistered }: ArticlePlace): boolean {
  if (!isVatChoice(article.vatChoice)) return false
  if (!offeredVatChoicesOf(vatRegistered).includes(article.vatChoice)) return false
  const isSameBuyer = article.lastCustomerId !== '' && article.lastCustomerId === draft.customerId
  return isSameBuyer || ![article.vatChoice, line.vatChoice].some(dependsOnBuyer)
}

function dependsOnBuyer(choice: string): boolean {
  if (!isVatChoice(choice)) return false
  const { buyerVatNumber, buyerCountry, deliveryCountry } = needsOf(choice)
  return [buyerVatNumber, buyerCountry, deliveryCountry].some((need) => need !== undefined)
}

/** A number as people write it: with a comma, for `1.234` could be meant as 1 234. */
function asTyped(canonical: string): string {
  return canonical.replace('.', ',')
}
