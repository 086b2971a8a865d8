import fc from 'fast-check'
import { chargeReasons, discountReasons } from '#lib/codelists/adjustment-reasons.ts'
import { units } from '#lib/codelists/units.ts'
import { needsOf, type VatChoice } from '#lib/codelists/vat-choices.ts'
import { addDays, daysBetween, type IsoDate } from '#lib/core/dates.ts'
import type { DraftAdjustment, DraftDocumentAdjustment, DraftLine } from '#lib/invoice/draft.ts'
import { gtin } from './arbitrary-parties.ts'
import { amountText, maybe, sayingText, text, typed, typedDay } from './arbitrary-text.ts'

/** The document's period and the day that typed dates are read from. */
export type SomePeriod = {
  readonly start: IsoDate | null
  readonly end: IsoDate | null
  readonly today: IsoDate
}

const quantity = fc
  .tuple(
    amountText(9_999_998, 4),
    fc.oneof({ weight: 7, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constant('-') }),
  )
  .map(([number, sign]) => `${sign}${/^0(\.0*)?$/.test(number) ? '1' : number}`)

const aboveZero = (maxWhole: number, maxDecimals: number) =>
  amountText(maxWhole, maxDecimals).map((number) => (/^0(\.0*)?$/.test(number) ? '2' : number))

/** A discount or charge in kronor or per cent, on a line or the document. */
const adjustment: fc.Arbitrary<Omit<DraftAdjustment, 'key'>> = fc
  .record({ isCharge: fc.boolean(), unit: fc.constantFrom('percent' as const, 'amount' as const) })
  .chain(({ isCharge, unit }) =>
    fc
      .record({
        reasonCode: fc.constantFrom('', ...(isCharge ? chargeReasons : discountReasons)),
        reason: text(60),
        saying: sayingText(60),
        percent: typed(aboveZero(99, 4), ' %'),
        amount: typed(amountText(500, 2), ' kr'),
      })
      .map(({ reasonCode, reason, saying, percent, amount }) => ({
        isCharge,
        unit,
        reasonCode,
        reason: reasonCode === '' ? saying : reason,
        value: unit === 'percent' ? percent : amount,
      })),
  )

const keyed = <Row>(rows: readonly Row[]) => rows.map((row, index) => ({ key: `row-${index + 1}`, ...row }))

/** Discounts and charges of the document, each in the VAT group it says, or where it falls. */
export function documentAdjustments(
  choices: readonly VatChoice[],
): fc.Arbitrary<readonly DraftDocumentAdjustment[]> {
  const one = fc
    .tuple(adjustment, fc.constantFrom('', '', ...choices))
    .map(([row, vatChoice]) => ({ ...row, vatChoice }))
  return fc.oneof(fc.constant([]), fc.array(one, { maxLength: 4 })).map(keyed)
}

/** The price of a line: its own, or a list price and what is taken off it. */
const price = fc.oneof(
  {
    weight: 3,
    arbitrary: typed(amountText(999_999, 10), ' kr').map((unitPrice) => ({
      unitPrice,
      grossPrice: '',
      priceDiscount: '',
    })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      unitPrice: fc.constantFrom('', '100'),
      grossPrice: typed(amountText(900_000, 6).map((number) => `9${number}`)),
      priceDiscount: fc.oneof(fc.constant(''), typed(amountText(8, 10))),
    }),
  },
)

/** Days of a line's own, within the document's. */
function linePeriod({ start, end, today }: SomePeriod) {
  const first = start ?? addDays(end ?? today, -30)
  const length = end === null ? 30 : daysBetween(first, end)
  const nothing = fc.constant({ periodStart: '', periodEnd: '' })
  const days = fc
    .tuple(
      fc.integer({ min: 0, max: length }),
      fc.integer({ min: 0, max: length }),
      fc.constantFrom('both', 'start', 'end'),
    )
    .chain(([one, other, which]) =>
      fc.record({
        periodStart:
          which === 'end' ? fc.constant('') : typedDay(addDays(first, Math.min(one, other)), today),
        periodEnd:
          which === 'start' ? fc.constant('') : typedDay(addDays(first, Math.max(one, other)), today),
      }),
    )
  return fc.oneof({ weight: 2, arbitrary: nothing }, { weight: 1, arbitrary: days })
}

const classification = fc.constantFrom(
  { classificationList: '', classificationCode: '' },
  { classificationList: 'STI', classificationCode: '44810000-1' },
  { classificationList: 'TST', classificationCode: ' 43211503 ' },
  { classificationList: 'STI', classificationCode: '' },
)

/** A line of the form with one of the VAT choices, most of its details empty most of the time. */
function line(choices: readonly VatChoice[], period: SomePeriod): fc.Arbitrary<Omit<DraftLine, 'key'>> {
  const cells = fc.record({
    itemName: sayingText(200),
    quantity: typed(quantity),
    unit: fc.constantFrom(...units.map(({ code }) => code)),
    vatChoice: fc.constantFrom(...choices),
    lineNote: maybe(text(500)),
    exemptionReason: sayingText(100),
    itemDescription: maybe(text(500)),
    sellerItemId: maybe(text(50)),
    buyerItemId: maybe(text(50)),
    standardItemId: maybe(gtin),
    originCountry: fc.constantFrom('', '', 'SE', 'FI', 'CN'),
    attributes: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.record({ name: sayingText(50), value: sayingText(100) }), { maxLength: 3 }),
      },
    ),
    orderLineReference: maybe(text(20)),
    accountingReference: maybe(text(100)),
    objectReference: maybe(text(50)),
    adjustments: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(adjustment, { maxLength: 3 }).map(keyed) },
    ),
    baseQuantity: maybe(typed(aboveZero(1000, 4))),
  })
  return fc
    .tuple(cells, price, linePeriod(period), classification)
    .map(([own, prices, days, classified]) => ({ ...own, ...prices, ...days, ...classified }))
    .map((each) => ({
      ...each,
      exemptionReason: needsReason(each.vatChoice) ? each.exemptionReason : '',
    }))
}

function needsReason(choice: VatChoice): boolean {
  return needsOf(choice).reason === true
}

/** The lines of a draft; every choice is on some line, so that a discount may stand on any of them. */
export function lines(choices: readonly VatChoice[], period: SomePeriod): fc.Arbitrary<readonly DraftLine[]> {
  const chosen = fc.tuple(...choices.map((choice) => line([choice], period)))
  const more = fc.array(line(choices, period), { maxLength: 5 })
  const isFree = fc.integer({ min: 1, max: 12 }).map((number) => number === 12)
  return fc.tuple(chosen, more, isFree).map(([first, rest, free]) => {
    const all = keyed([...first, ...rest])
    return free ? all.map((each) => ({ ...each, ...nothingToPay })) : all
  })
}

const nothingToPay = { unitPrice: '0', grossPrice: '', priceDiscount: '', adjustments: [] }
