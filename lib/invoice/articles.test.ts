import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import {
  type Article,
  type ArticlePlace,
  articleKey,
  articleSearchText,
  articlesOf,
  cellsFromArticle,
  maxSuggestions,
  rankArticles,
  searchWords,
} from './articles.ts'
import { type DraftLine, emptyDraft, emptyLine, type InvoiceDraft } from './draft.ts'

const today = isoDateOf('2026-11-26')

function article(itemName: string, facts: Partial<Article> = {}): Article {
  return {
    id: itemName,
    itemName,
    sellerItemId: '',
    unit: 'HUR',
    unitPrice: '595',
    baseQuantity: '',
    pricesIncludeVat: false,
    currency: 'SEK',
    vatChoice: 'rate-12',
    exemptionReason: '',
    timesUsed: 1,
    lastUsedOn: '2026-11-20',
    lastCustomerId: '',
    ...facts,
  }
}

function draftWith(lines: readonly Partial<DraftLine>[], change: Partial<InvoiceDraft> = {}): InvoiceDraft {
  const filled = lines.map((line, at) => ({ ...emptyLine(`line-${at}`), ...line }))
  return { ...emptyDraft({ lineKey: 'first' }), lines: filled, ...change }
}

describe('rankArticles', () => {
  const names = (articles: readonly Article[], typed: string, customerId = '') =>
    rankArticles(articles, typed, { customerId, today }).map((each) => each.itemName)

  test('the beginning of the name comes before the beginning of a later word, and the middle of one is no match', () => {
    const known = [article('Målning av kök'), article('Kök, montering'), article('Bänkkök')]
    expect(names(known, 'kök')).toEqual(['Kök, montering', 'Målning av kök'])
  })

  test('every typed word begins some word, in any order, however it is accented or cased', () => {
    const known = [article('Rivning av vägg'), article('Rivning av tak')]
    expect(names(known, 'VAGG riv')).toEqual(['Rivning av vägg'])
    expect(names(known, 'riv dörr')).toEqual([])
  })

  test('an item number is found by its beginning, with or without its signs', () => {
    const known = [article('Skruv', { sellerItemId: 'A-100' }), article('Alm')]
    for (const typed of ['A-1', 'a100', 'a 10']) expect(names(known, typed)).toEqual(['Skruv'])
    expect(names(known, 'a')).toContain('Skruv')
  })

  test('among equals the same customer comes first, then what is used often, then lately', () => {
    const known = [
      article('Arbete A', { timesUsed: 1, lastUsedOn: '2026-11-25' }),
      article('Arbete B', { timesUsed: 20, lastUsedOn: '2026-11-01' }),
      article('Arbete C', { timesUsed: 20, lastUsedOn: '2025-01-01' }),
      article('Arbete D', { timesUsed: 1, lastUsedOn: '2024-01-01', lastCustomerId: 'region' }),
    ]
    expect(names(known, 'arb', 'region')).toEqual(['Arbete D', 'Arbete B', 'Arbete A', 'Arbete C'])
    expect(names(known, 'arb')).toEqual(['Arbete B', 'Arbete A', 'Arbete C', 'Arbete D'])
  })

  test('no more than eight are offered, and none for blanks and signs', () => {
    const many = Array.from({ length: 20 }, (_, at) => article(`Vara ${at}`))
    expect(names(many, 'vara')).toHaveLength(maxSuggestions)
    for (const typed of ['', '  ', '–.']) expect(names(many, typed)).toEqual([])
  })

  test('what the database finds by the search text is all that can match', () => {
    const skruv = article('Träskruv, 4 × 40', { sellerItemId: 'TS-440' })
    const isFound = (typed: string) => {
      const { words, whole } = searchWords(typed)
      const text = articleSearchText(skruv)
      return words.every((word) => text.includes(` ${word}`)) || text.includes(` ${whole}`)
    }
    for (const typed of ['trä', '4 40', 'ts', 'ts440', 'TS-440']) {
      expect(names([skruv], typed), typed).toEqual(['Träskruv, 4 × 40'])
      expect(isFound(typed), typed).toBe(true)
    }
    expect(isFound('skruv')).toBe(false)
  })
})

describe('articlesOf', () => {
  const work = { itemName: 'Arbete', unitPrice: '595,50', unit: 'HUR' }

  test('an article stands once, as its last line has it, whatever the case of its name', () => {
    const draft = draftWith([work, { ...work, itemName: 'ARBETE', unitPrice: '640' }, {}])
    expect(articlesOf(draft)).toMatchObject([{ itemName: 'ARBETE', unitPrice: '640', unit: 'HUR' }])
    expect(articleKey(' Arbete  på plats ')).toBe('arbete på plats')
  })

  test('the same name with another item number is another article', () => {
    const draft = draftWith([work, { ...work, sellerItemId: 'A1' }])
    expect(articlesOf(draft).map((each) => each.sellerItemId)).toEqual(['', 'A1'])
  })

  test('the price is what the line is summed by: list price less price cut, for so many', () => {
    const draft = draftWith([
      { itemName: 'Rör', unitPrice: '', grossPrice: '100', priceDiscount: '12,5', baseQuantity: '10' },
    ])
    expect(articlesOf(draft)).toMatchObject([{ unitPrice: '87.5', baseQuantity: '10' }])
  })

  test('a credit note is not remembered', () => {
    expect(articlesOf(draftWith([work], { kind: 'credit-note' }))).toEqual([])
  })
})

describe('cellsFromArticle', () => {
  const place = (change: Partial<ArticlePlace> = {}, draft: Partial<InvoiceDraft> = {}): ArticlePlace => ({
    draft: draftWith([], draft),
    vatRegistered: true,
    today,
    isWritten: () => false,
    ...change,
  })
  const line = (change: Partial<DraftLine> = {}) => ({ ...emptyLine('first'), itemName: 'arb', ...change })
  const work = article('Arbete', { sellerItemId: 'A1', unitPrice: '1234.5' })

  test('an untouched line gets name, unit, price, VAT and item number; the price in one reading only', () => {
    expect(cellsFromArticle(work, line(), place())).toEqual({
      itemName: 'Arbete',
      unit: 'HUR',
      unitPrice: '1234,5',
      baseQuantity: '',
      vatChoice: 'rate-12',
      exemptionReason: '',
      sellerItemId: 'A1',
    })
  })

  test('what a person wrote stays', () => {
    const written = new Set(['unit', 'unitPrice', 'vatChoice'])
    const mine = line({ unit: 'DAY', unitPrice: '700' })
    const cells = cellsFromArticle(work, mine, place({ isWritten: (cell) => written.has(cell) }))
    expect(cells).toEqual({ itemName: 'Arbete', sellerItemId: 'A1' })
  })

  test('a line with a list price of its own keeps it', () => {
    expect(cellsFromArticle(work, line({ grossPrice: '900' }), place())).not.toHaveProperty('unitPrice')
  })

  test('a price with VAT becomes one without, and the other way round, by the article’s own rate', () => {
    const net = article('Lunch', { unitPrice: '100', vatChoice: 'rate-12' })
    const gross = article('Lunch', { unitPrice: '112', vatChoice: 'rate-12', pricesIncludeVat: true })
    expect(cellsFromArticle(net, line(), place({}, { pricesIncludeVat: true })).unitPrice).toBe('112')
    expect(cellsFromArticle(gross, line(), place()).unitPrice).toBe('100')
  })

  test('a price in another currency is left out', () => {
    const cells = cellsFromArticle(article('Arbete', { currency: 'EUR' }), line(), place())
    expect(cells).not.toHaveProperty('unitPrice')
    expect(cells).toMatchObject({ itemName: 'Arbete', unit: 'HUR' })
  })

  test('VAT that depends on the buyer is carried to the same customer alone', () => {
    const reverse = article('Arbete', { vatChoice: 'rc-construction', lastCustomerId: 'builder' })
    const at = (customerId: string) => place({}, { customerId })
    expect(cellsFromArticle(reverse, line(), at('builder')).vatChoice).toBe('rc-construction')
    expect(cellsFromArticle(reverse, line(), at('region'))).not.toHaveProperty('vatChoice')
    const ofBuilder = line({ vatChoice: 'rc-construction' })
    expect(cellsFromArticle(work, ofBuilder, at('builder'))).not.toHaveProperty('vatChoice')
  })

  test('VAT that the company may not choose now is left out', () => {
    expect(cellsFromArticle(work, line(), place({ vatRegistered: false }))).not.toHaveProperty('vatChoice')
  })
})
