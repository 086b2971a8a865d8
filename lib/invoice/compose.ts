import { glnScheme, orgNumberScheme } from '#lib/codelists/address-schemes.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { cleanLine, cleanText } from '#lib/core/text.ts'
import { parseVatNumber } from '#lib/party/vat-number.ts'
import { checkDraft, type DraftInput } from './check-draft.ts'
import { type DraftLine, filledLines } from './draft.ts'
import { type Fault, stopsOf } from './faults.ts'
import type { Buyer, Invoice, InvoiceAccount, InvoiceLine, Seller } from './model.ts'
import type { Address, BuyerProfile, Contact, PaymentAccount, SellerProfile } from './parties.ts'
import { chosenAccounts, draftDates, paymentReferenceOf, readDate, sharedOcrMode } from './terms.ts'
import { calculateTotals, type LineInput, type LineTotal, readLine, vatDateOf } from './totals.ts'

/** A whole draft, the number the series gave it, and the words that the domain does not have. */
export type ComposeInput = DraftInput & {
  /** BT-1. */
  readonly number: string
  /** BT-20 in the invoice's language, used unless the person wrote another text. */
  readonly words: { readonly paymentTermsText: string }
}

/**
 * Makes the invoice of a draft: parsed, computed, complete. Fault `incomplete` carries what stops it (the same as
 * `checkDraft` says), so an invoice that exists has passed. Warnings and what only holds the sending do not stop it.
 */
export function composeInvoice(input: ComposeInput): Result<Invoice, 'incomplete', readonly Fault[]> {
  const stops = stopsOf(checkDraft(input))
  return stops.length > 0 ? fail('incomplete', stops) : succeed(compose(input))
}

function compose({ draft, company, customer, accounts, today, number, words }: ComposeInput): Invoice {
  const dates = draftDates(draft, today)
  const chosen = chosenAccounts(draft.paymentAccountIds, accounts)
  const rows = filledLines(draft)
  const vatDate = vatDateOf(draft, today)
  const inputs = rows.map((line) => checked(readLine(line, vatDate), 'line'))
  const totals = calculateTotals(inputs, { roundToKrona: company.roundToKrona === true })
  return {
    kind: 'invoice',
    invoiceNumber: number,
    issueDate: checked(dates.issueDate, 'issueDate'),
    dueDate: checked(dates.dueDate, 'dueDate'),
    currency: draft.currency,
    note: cleanText(draft.note),
    buyerReference: cleanLine(draft.buyerReference),
    purchaseOrderReference: cleanLine(draft.purchaseOrderReference),
    contractReference: cleanLine(draft.contractReference),
    seller: sellerOf(company, draft.sellerContactName),
    buyer: buyerOf(checked(customer, 'customer')),
    deliveryDate: readDate(draft.deliveryDate, today),
    invoicingPeriod: { start: readDate(draft.periodStart, today), end: readDate(draft.periodEnd, today) },
    paymentTermsText: cleanText(
      draft.paymentTermsTextEdited ? draft.paymentTermsText : words.paymentTermsText,
    ),
    paymentReference: paymentReferenceOf(number, sharedOcrMode(chosen)),
    paymentAccounts: chosen.map((account) => accountOf(account, company)),
    lines: rows.map((line, index) => lineOf(line, index, inputs[index], totals.lines[index])),
    vatBreakdown: totals.vatBreakdown,
    totals: {
      sumOfLines: totals.sumOfLines,
      sumOfAllowances: totals.sumOfAllowances,
      sumOfCharges: totals.sumOfCharges,
      totalWithoutVat: totals.totalWithoutVat,
      totalVat: totals.totalVat,
      totalWithVat: totals.totalWithVat,
      paidAmount: totals.paidAmount,
      rounding: totals.rounding,
      amountDue: totals.amountDue,
    },
  }
}

function lineOf(line: DraftLine, index: number, input?: LineInput, total?: LineTotal): InvoiceLine {
  const { quantity, netPrice, vat } = checked(input, 'line')
  return {
    id: String(index + 1),
    lineNote: cleanText(line.lineNote),
    quantity,
    unit: line.unit,
    lineNetAmount: checked(total, 'line total').net,
    netPrice,
    vatCategory: vat.category,
    vatRate: vat.rate,
    itemName: cleanLine(line.itemName),
  }
}

/** A company that goes by its GLN keeps its organisation number, a sole trader's personnummer, off the invoice. */
function sellerOf(company: SellerProfile, contactName: string): Seller {
  const gln = company.identifyBy === 'gln' ? (company.gln ?? '') : ''
  const name = cleanLine(company.name)
  return {
    name,
    tradingName: differing(company.tradingName, name),
    gln,
    orgNumber: gln === '' ? company.orgNumber : '',
    vatNumber: company.vatRegistered ? company.vatNumber : '',
    fTaxApproved: company.fTaxApproved,
    seat: cleanLine(company.seat),
    electronicAddress:
      gln === '' ? { scheme: orgNumberScheme, id: company.orgNumber } : { scheme: glnScheme, id: gln },
    address: addressOf(company.address),
    contact: contactOf(company.contact, contactName),
  }
}

function buyerOf(customer: BuyerProfile): Buyer {
  const name = cleanLine(customer.name)
  const vatNumber = parseVatNumber(customer.vatNumber)
  return {
    name,
    tradingName: differing(customer.tradingName, name),
    orgNumber: customer.orgNumber,
    vatNumber: vatNumber.ok ? vatNumber.value : '',
    electronicAddress: customer.electronicAddress,
    address: addressOf(customer.address),
  }
}

function accountOf(account: PaymentAccount, company: SellerProfile): InvoiceAccount {
  const isIban = account.kind === 'iban'
  return {
    kind: account.kind,
    number: account.number,
    holder: isIban ? cleanLine(company.name).slice(0, 70).trim() : '',
    bic: isIban ? (account.bic ?? '') : '',
  }
}

function addressOf(address: Address): Address {
  return {
    street: cleanLine(address.street),
    street2: cleanLine(address.street2),
    line3: cleanLine(address.line3 ?? ''),
    postalCode: postalCodeOf(address),
    city: cleanLine(address.city),
    subdivision: cleanLine(address.subdivision ?? ''),
    country: address.country,
  }
}

/** Swedish postcodes are written `903 26`. */
function postalCodeOf({ postalCode, country }: Address): string {
  const typed = cleanLine(postalCode)
  return country === 'SE' ? typed.replace(/\s/g, '').replace(/^(\d{3})(\d{2})$/, '$1 $2') : typed
}

function contactOf(contact: Contact, name: string): Contact {
  return {
    name: cleanLine(name) || cleanLine(contact.name),
    phone: cleanLine(contact.phone),
    email: cleanLine(contact.email),
  }
}

function differing(tradingName: string, name: string): string {
  const cleaned = cleanLine(tradingName)
  return cleaned === name ? '' : cleaned
}

/** What `checkDraft` has already demanded: its absence here is a bug. */
function checked<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`a checked draft has no ${what}`)
  return value
}
