import { describe, expect, test } from 'vitest'
import { chargeReasons, discountReasons } from '#lib/codelists/adjustment-reasons.ts'
import { unregisteredVatChoice, zeroVatChoices } from '#lib/codelists/vat-choices.ts'
import { isoDateOf } from '#lib/core/dates.ts'
import { emptyDraft, type InvoiceDraft } from '#lib/invoice/draft.ts'
import type { SellerProfile } from '#lib/invoice/parties.ts'
import { creditingText, documentWords } from './document-words.ts'

const today = isoDateOf('2026-11-20')

function words(given: Partial<InvoiceDraft>, country = 'SE', company: Partial<SellerProfile> = {}) {
  return documentWords({ ...emptyDraft({ lineKey: 'a' }), ...given }, country, today, company)
}

const interest = 'Dröjsmålsränta enligt räntelagen.'

describe('documentWords', () => {
  test.each<[Partial<InvoiceDraft>, string]>([
    [{}, `30 dagar netto. ${interest}`],
    [{ paymentTermsDays: '0' }, `Betalas omgående. ${interest}`],
    [{ paymentTermsMode: 'end-of-month' }, `30 dagar från månadens slut. ${interest}`],
    [{ dueDate: '2026-12-24', dueDateEdited: true }, `Betalas senast 2026-12-24. ${interest}`],
    [{ kind: 'credit-note' }, 'Regleras mot kommande faktura.'],
    [{ paymentTermsDays: '' }, ''],
  ])('%j', (draft, text) => {
    expect(words(draft).paymentTermsText).toBe(text)
  })

  test("the interest sentence is the company's own when it has one", () => {
    expect(words({}, 'SE', { interestText: '8 % ränta.' }).paymentTermsText).toBe(
      '30 dagar netto. 8 % ränta.',
    )
  })

  test('the language is the chosen one, else that of the buyer’s country', () => {
    expect(words({}, 'NO').exemptionReasons['rc-construction']).toBe('Reverse charge')
    expect(words({ documentLanguage: 'en' }).adjustmentReasons['95']).toBe('Discount')
    expect(words({ documentLanguage: 'sv' }, 'NO').adjustmentReasons['95']).toBe('Rabatt')
    expect(creditingText('1042', 'sv')).toBe('Kreditering av faktura 1042.')
  })

  test('the exchange rate is told with its day, and nothing without a rate', () => {
    const euros = { currency: 'EUR', exchangeRate: '11,2345' }
    expect(words({ ...euros, exchangeRateDate: '2026-11-19' }).exchangeRate).toBe(
      'Växelkurs 11,2345 SEK/EUR (2026-11-19).',
    )
    expect(words(euros, 'DE').exchangeRate).toBe('Exchange rate 11.2345 SEK/EUR (2026-11-20).')
    expect(words({ currency: 'EUR' }).exchangeRate).toBe('')
  })

  test('every reason of the short lists and every choice that needs one has words', () => {
    const { adjustmentReasons, exemptionReasons } = words({})
    expect([...discountReasons, ...chargeReasons].filter((code) => !adjustmentReasons[code])).toEqual([])
    const wordless = [...zeroVatChoices, unregisteredVatChoice].filter((choice) => !exemptionReasons[choice])
    expect(wordless).toEqual(['exempt-other', 'zero-rated'])
  })
})
