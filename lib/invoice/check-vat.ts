import { isEuCountry } from '#lib/codelists/countries.ts'
import {
  isVatChoice,
  needsOf,
  rateChangeNear,
  resolveVat,
  unregisteredVatChoice,
  type VatChoice,
  type VatNeeds,
} from '#lib/codelists/vat-choices.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { isEuVatNumber, parseVatNumber } from '#lib/party/vat-number.ts'
import { checkSellerVat } from './check-parties.ts'
import { deliveryAddressOf } from './delivery.ts'
import { type InvoiceDraft, isEmptyLine } from './draft.ts'
import { type Fault, type FaultCode, fault, lineFault } from './faults.ts'
import type { BuyerProfile, SellerProfile } from './parties.ts'
import { draftDates, readDate } from './terms.ts'

/** What the VAT choices of a draft are judged by. */
type VatInput = {
  readonly draft: InvoiceDraft
  readonly company: SellerProfile
  readonly customer: BuyerProfile | null
  readonly today: IsoDate
}

type ChosenLine = { readonly key: string; readonly number: number; readonly choice: VatChoice }

const daysToAsk = 60

/**
 * Judges what the chosen VAT demands of the rest: the seller's registration (T-19), the buyer's VAT number (T-17,
 * BR-CO-09) and country (T-18), delivery (BR-IC-11, BR-IC-12), and whether a dated rate is sure (T-20).
 */
export function checkVat(input: VatInput): readonly Fault[] {
  const { draft, company } = input
  const lines = draft.lines.flatMap((line, index): readonly ChosenLine[] =>
    !isEmptyLine(line) && isVatChoice(line.vatChoice)
      ? [{ key: line.key, number: index + 1, choice: line.vatChoice }]
      : [],
  )
  const choices = new Set([
    ...lines.map((line) => line.choice),
    ...draft.adjustments.map((each) => each.vatChoice).filter(isVatChoice),
  ])
  const needs = Array.from(choices, (choice) => needsOf(choice))
  return [
    ...lines.flatMap((line) => checkRegistration(line, company)),
    ...draft.adjustments
      .filter(({ vatChoice }) => isVatChoice(vatChoice) && !isOfCompany(vatChoice, company))
      .map(({ key }) => fault('adjustment-vat-missing', `adjustments.${key}.vatChoice`, { line: 0 })),
    ...(needs.some((each) => each.sellerVatNumber === true) ? checkSellerVat(company) : []),
    ...checkBuyerVatNumber(input, choices),
    ...checkBuyerPlaces(lines, input),
    ...checkDeliveryOf(input, needs),
    ...checkRateDates(lines, input),
  ]
}

/** BT-48 as it will be written: what was typed for this invoice, else what the customer's card has. Null = none. */
export function buyerVatNumberOf(draft: InvoiceDraft, customer: BuyerProfile): string | null {
  const typed = draft.buyerVatNumber.trim()
  const read = parseVatNumber(typed === '' ? customer.vatNumber : typed)
  return read.ok ? read.value : null
}

function checkRegistration({ key, number, choice }: ChosenLine, company: SellerProfile): readonly Fault[] {
  if (isOfCompany(choice, company)) return []
  const code = company.vatRegistered ? 'vat-company-registered' : 'vat-company-unregistered'
  return [lineFault(code, key, 'vatChoice', number)]
}

/** A company that is not registered for VAT has one choice, and no other company has it. */
function isOfCompany(choice: VatChoice, { vatRegistered }: SellerProfile): boolean {
  return (choice === unregisteredVatChoice) !== vatRegistered
}

function checkBuyerVatNumber(
  { draft, customer }: VatInput,
  choices: ReadonlySet<VatChoice>,
): readonly Fault[] {
  if (draft.buyerVatNumber.trim() !== '' && !parseVatNumber(draft.buyerVatNumber).ok) {
    return [fault('buyer-vat-number-faulty', 'buyerVatNumber')]
  }
  const needing = Array.from(choices).find((choice) => needsOf(choice).buyerVatNumber !== undefined)
  if (needing === undefined || customer === null || buyerVatNumberOf(draft, customer) !== null) return []
  return [fault('buyer-vat-number-missing', 'buyerVatNumber', { choice: choiceWord(needing) })]
}

/** A choice as the messages name it in a `select`, which takes no hyphens: `eu-goods` → `euGoods`. */
function choiceWord(choice: VatChoice): string {
  return choice.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** T-18: the buyer and the place of delivery must be where the choice says. */
function checkBuyerPlaces(lines: readonly ChosenLine[], { draft, customer }: VatInput): readonly Fault[] {
  if (customer === null) return []
  const vatNumber = buyerVatNumberOf(draft, customer)
  return lines.flatMap(({ key, number, choice }) => {
    const needs = needsOf(choice)
    const code = placeFault(needs, customer.address.country, vatNumber) ?? exportFault(needs, draft, customer)
    return code === null ? [] : [lineFault(code, key, 'vatChoice', number)]
  })
}

function placeFault(needs: VatNeeds, country: string, vatNumber: string | null): FaultCode | null {
  if (needs.buyerCountry === 'outside-eu') return isEuCountry(country) ? 'vat-needs-outside-buyer' : null
  if (needs.buyerVatNumber === 'swedish') {
    return vatNumber !== null && !vatNumber.startsWith('SE') ? 'vat-needs-swedish-buyer' : null
  }
  if (needs.buyerVatNumber !== 'other-eu') return null
  const isElsewhere = needs.buyerCountry === undefined || isOtherEu(country)
  const isNumberRight =
    vatNumber === null ||
    (isEuVatNumber(vatNumber) &&
      !vatNumber.startsWith('SE') &&
      (needs.buyerCountry === undefined || vatPrefixOf(country) === vatNumber.slice(0, 2)))
  return isElsewhere && isNumberRight ? null : 'vat-needs-eu-buyer'
}

function exportFault(needs: VatNeeds, draft: InvoiceDraft, customer: BuyerProfile): FaultCode | null {
  if (needs.deliveryCountry !== 'outside-eu') return null
  const country = deliveryAddressOf(draft)?.country ?? customer.address.country
  return isEuCountry(country) ? 'vat-needs-export-delivery' : null
}

/** BR-IC-11, BR-IC-12: goods to another member state need a day and a country of delivery. */
function checkDeliveryOf({ draft, today }: VatInput, needs: readonly VatNeeds[]): readonly Fault[] {
  const dates = [draft.deliveryDate, draft.periodStart, draft.periodEnd]
  const isDated = dates.some((text) => readDate(text, today) !== null)
  const country = deliveryAddressOf(draft)?.country ?? ''
  const needsDate = needs.some((each) => each.deliveryDate === true)
  const needsCountry = needs.some((each) => each.deliveryCountry === 'other-eu')
  return [
    ...(needsDate && !isDated ? [fault('delivery-date-missing', 'deliveryDate')] : []),
    ...(needsCountry && !isOtherEu(country) && country !== 'XI'
      ? [fault('delivery-country-missing', 'deliverToCountry')]
      : []),
  ]
}

/** T-20: the rate depends on the day of delivery, which nobody has told, and a change is near. */
function checkRateDates(lines: readonly ChosenLine[], { draft, today }: VatInput): readonly Fault[] {
  const { issueDate } = draftDates(draft, today)
  if (issueDate === null || isTold(draft.deliveryDate) || isTold(draft.periodEnd)) return []
  return lines.flatMap(({ key, number, choice }) => {
    const line = draft.lines[number - 1]
    const isOwn = isTold(line?.periodStart ?? '') || isTold(line?.periodEnd ?? '')
    if (isOwn || rateChangeNear(choice, issueDate, daysToAsk) === null) return []
    const { rate } = resolveVat(choice, issueDate)
    return [lineFault('vat-date-assumed', key, 'vatChoice', number, { rate, date: issueDate })]
  })
}

function isTold(date: string): boolean {
  return date.trim() !== ''
}

function isOtherEu(country: string): boolean {
  return isEuCountry(country) && country !== 'SE'
}

/** Greece is GR in an address and EL in a VAT number. */
function vatPrefixOf(country: string): string {
  return country === 'GR' ? 'EL' : country
}
