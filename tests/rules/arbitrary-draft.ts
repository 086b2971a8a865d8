import fc from 'fast-check'
import { isEuCountry } from '#lib/codelists/countries.ts'
import {
  isZeroVatChoice,
  needsOf,
  offeredVatChoicesOf,
  type VatChoice,
  type VatNeeds,
} from '#lib/codelists/vat-choices.ts'
import { absolute, isNegative, roundHalfAwayFromZero, toShortestText } from '#lib/core/decimal.ts'
import { totalsOptionsOf } from '#lib/invoice/check-draft.ts'
import { emptyDraft, emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import type { EmbeddedFile } from '#lib/invoice/model.ts'
import type { ComposeInput } from '#lib/invoice/outline.ts'
import type { SellerProfile } from '#lib/invoice/parties.ts'
import { draftTotals } from '#lib/invoice/totals.ts'
import { documentWords } from '#lib/services/invoices/document-words.ts'
import {
  buyerFields,
  dates,
  delivery,
  files,
  payment,
  period,
  precedingInvoices,
  references,
  type Scene,
} from './arbitrary-fields.ts'
import { documentAdjustments, lines } from './arbitrary-line.ts'
import { accounts, buyer, company, type SomeBuyer } from './arbitrary-parties.ts'
import { someToday, typedDay } from './arbitrary-text.ts'

/** A draft with all that composing needs, and the files that go inside it. */
export type DraftCase = { readonly input: ComposeInput; readonly files: readonly EmbeddedFile[] }

const currency = fc.constantFrom('SEK', 'SEK', 'SEK', 'SEK', 'EUR', 'NOK', 'USD', 'JPY')

const scene: fc.Arbitrary<Scene> = fc
  .record({
    kind: fc.constantFrom('invoice' as const, 'invoice' as const, 'invoice' as const, 'credit-note' as const),
    today: someToday,
    company,
    buyer,
    currency,
  })
  .chain((given) =>
    fc.record({
      kind: fc.constant(given.kind),
      today: fc.constant(given.today),
      company: fc.constant(given.company),
      buyer: fc.constant(given.buyer),
      currency: fc.constant(given.currency),
      accounts: accounts(given.currency !== 'SEK'),
      choices: someChoices(given.company, given.buyer),
    }),
  )

/** Rates as on most invoices, or a mixture of whatever fits. */
function someChoices(
  seller: SellerProfile,
  { customer, vatNumber }: SomeBuyer,
): fc.Arbitrary<readonly VatChoice[]> {
  const fitting = fittingChoices(seller, { customer, vatNumber })
  const rates = fitting.filter((choice) => !isZeroVatChoice(choice))
  const few = (choices: readonly VatChoice[]) =>
    fc.subarray([...choices], { minLength: 1, maxLength: Math.min(4, choices.length) })
  const demanding = fitting.filter((choice) => isDemanding(needsOf(choice)))
  const pools = [rates, fitting, fitting, demanding].filter((pool) => pool.length > 0)
  return fc.constantFrom(...pools).chain(few)
}

/** Few buyers are right for such a choice. */
function isDemanding({ buyerVatNumber, buyerCountry }: VatNeeds): boolean {
  return buyerVatNumber !== undefined || buyerCountry !== undefined
}

/** The VAT choices that seller and buyer allow: every rate, and each reason for 0 % with the buyer it needs. */
function fittingChoices(
  { vatRegistered }: SellerProfile,
  { customer, vatNumber }: Pick<SomeBuyer, 'customer' | 'vatNumber'>,
): readonly VatChoice[] {
  const { country } = customer.address
  const isOtherEu = isEuCountry(country) && country !== 'SE'
  return offeredVatChoicesOf(vatRegistered).filter((choice) => {
    const needs = needsOf(choice)
    if (needs.buyerCountry === 'outside-eu' && isEuCountry(country)) return false
    if (needs.buyerCountry === 'other-eu' && !isOtherEu) return false
    if (needs.buyerVatNumber === 'swedish') return vatNumber.startsWith('SE')
    if (needs.buyerVatNumber === 'other-eu') {
      return vatNumber !== '' && (isOtherEu || vatNumber.startsWith('XI'))
    }
    return true
  })
}

/**
 * Drafts that the form accepts, generated as broadly as the form takes them: a scene of seller, buyer, day and VAT
 * choices that go together, and every field filled or not within it. A total below zero, which no invoice may have,
 * gets a line that lifts it; what is still refused is rare (`acceptance` in the test).
 */
export const draftCases: fc.Arbitrary<DraftCase> = scene.chain((given) =>
  period(given).chain(({ start, end }) =>
    fc
      .record({
        fields: fc.tuple(buyerFields(given), delivery(given), references, dates(given)),
        payment: payment(given),
        rows: fc.record({
          precedingInvoices: precedingInvoices(given),
          periodStart: start === null ? fc.constant('') : typedDay(start, given.today),
          periodEnd: end === null ? fc.constant('') : typedDay(end, given.today),
          adjustments: documentAdjustments(given.choices),
          lines: lines(given.choices, { start, end, today: given.today }),
          pricesIncludeVat: fc.boolean(),
          documentLanguage: fc.constantFrom('' as const, 'sv' as const, 'en' as const),
        }),
        hasEmptyLine: fc.boolean(),
        files,
      })
      .map(({ fields, payment: { number, ...paid }, rows, hasEmptyLine, files: embedded }) => {
        const [bought, delivered, referred, dated] = fields
        const empty = hasEmptyLine ? [emptyLine('empty')] : []
        const draft = {
          ...emptyDraft({ lineKey: 'first' }),
          kind: given.kind,
          currency: given.currency,
          ...bought,
          ...delivered,
          ...referred,
          ...dated,
          ...paid,
          ...rows,
          lines: [...rows.lines, ...empty],
        }
        return { input: inputOf(given, draft, number), files: embedded }
      }),
  ),
)

function inputOf(given: Scene, draft: InvoiceDraft, number: string): ComposeInput {
  const { company: seller, today } = given
  const { customer } = given.buyer
  const base = { company: seller, customer, accounts: given.accounts, today, number }
  const lifted = liftedAboveZero({ ...base, draft })
  const words = documentWords(lifted, customer.address.country, today, seller)
  return { ...base, draft: lifted, words }
}

/** The draft with one more line as large as what its total lacks, when it is below zero. */
function liftedAboveZero(input: Omit<ComposeInput, 'words'>): InvoiceDraft {
  const { draft } = input
  const { totalWithVat } = draftTotals(draft, totalsOptionsOf(input))
  const [first] = draft.lines
  if (!isNegative(totalWithVat) || first === undefined) return draft
  const unitPrice = `${toShortestText(roundHalfAwayFromZero(absolute(totalWithVat), 0))}0`
  const line = { ...emptyLine('lift'), itemName: 'Material', unitPrice, vatChoice: first.vatChoice }
  return { ...draft, lines: [...draft.lines, { ...line, exemptionReason: first.exemptionReason }] }
}
