import fc from 'fast-check'
import { attachmentTypes } from '#lib/codelists/attachment-types.ts'
import type { VatChoice } from '#lib/codelists/vat-choices.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { cleanLine } from '#lib/core/text.ts'
import type { DraftPrecedingInvoice, InvoiceDraft } from '#lib/invoice/draft.ts'
import type { EmbeddedFile } from '#lib/invoice/model.ts'
import type { PaymentAccount, SellerProfile } from '#lib/invoice/parties.ts'
import { chosenAccounts, sharedOcrMode } from '#lib/invoice/terms.ts'
import { makeOcr } from '#lib/party/ocr.ts'
import { formatPeppolId } from '#lib/party/peppol-id.ts'
import { gln, type SomeBuyer } from './arbitrary-parties.ts'
import { amountText, dayNear, maybe, sayingText, text, typed, typedDay } from './arbitrary-text.ts'

/** What the rest of a draft depends on. */
export type Scene = {
  readonly kind: InvoiceDraft['kind']
  readonly today: IsoDate
  readonly company: SellerProfile
  readonly buyer: SomeBuyer
  readonly currency: string
  readonly accounts: readonly PaymentAccount[]
  readonly choices: readonly VatChoice[]
}

/** Delivery: anything or nothing, unless goods leave for another member state (BR-IC-11, BR-IC-12). */
export function delivery({ choices, today }: Scene): fc.Arbitrary<Partial<InvoiceDraft>> {
  const goes = choices.includes('eu-goods')
  const day = dayNear(today, -40, 20).chain((date) => typedDay(date, today))
  return fc.record({
    deliveryDate: goes ? day : maybe(day),
    deliverToName: maybe(text(100)),
    deliverToLocationId: maybe(gln),
    deliverToStreet: maybe(text(100)),
    deliverToStreet2: maybe(text(100)),
    deliverToLine3: maybe(text(100)),
    deliverToPostalCode: maybe(text(10)),
    deliverToCity: maybe(text(60)),
    deliverToSubdivision: maybe(text(60)),
    deliverToCountry: goes ? fc.constantFrom('DE', 'FI', 'XI') : fc.constantFrom('', '', 'SE', 'NO'),
  })
}

/** What buyer and seller call it, and who to talk to; at least one reference of the buyer's. */
export const references = fc
  .record({
    buyerReference: sayingText(50),
    purchaseOrderReference: sayingText(50),
    which: fc.constantFrom('both', 'buyer', 'order'),
    contractReference: maybe(text(50)),
    salesOrderReference: maybe(text(50)),
    invoicedObjectReference: maybe(text(50)),
    invoicedObjectScheme: fc.constantFrom('', 'AVE', 'ABZ', 'AWV', 'IT'),
    projectReference: maybe(text(50)),
    buyerAccountingReference: maybe(text(100)),
    despatchReference: maybe(text(50)),
    receiptReference: maybe(text(50)),
    tenderReference: maybe(text(50)),
    buyerIdentifier: maybe(fc.oneof(gln, text(35))),
    buyerContactName: maybe(text(100)),
    buyerContactPhone: maybe(text(30)),
    buyerContactEmail: maybe(fc.constant('anna.berg@example.se')),
    sellerContactName: maybe(text(100)),
    note: maybe(text(1000)),
  })
  .map(({ which, ...given }) => ({
    ...given,
    buyerReference: which === 'order' ? '' : given.buyerReference,
    purchaseOrderReference: which === 'buyer' ? '' : given.purchaseOrderReference,
  }))

/** Issue and due date, days and words of payment, each typed by hand or left to follow. */
export function dates({ kind, today }: Scene): fc.Arbitrary<Partial<InvoiceDraft>> {
  return fc.record({ issue: dayNear(today, -30, 20), isTyped: fc.boolean() }).chain(({ issue, isTyped }) =>
    fc.record({
      issueDate: isTyped ? typedDay(issue, today) : fc.constant(''),
      issueDateEdited: fc.constant(isTyped),
      paymentTermsDays: fc.constantFrom('30', '0', '10 dagar', '365', ' 45 d'),
      paymentTermsMode: fc.constantFrom('net' as const, 'net' as const, 'end-of-month' as const),
      dueDate: dayNear(isTyped ? issue : today, 0, 400).chain((due) => typedDay(due, today)),
      dueDateEdited: kind === 'invoice' ? fc.boolean() : fc.constantFrom(false, false, true),
      paymentTermsText: text(300),
      paymentTermsTextEdited: fc.constantFrom(false, false, true),
    }),
  )
}

/** What the document is about in time; a line's own days keep within it. */
export function period({ today }: Scene): fc.Arbitrary<{ start: IsoDate | null; end: IsoDate | null }> {
  return fc
    .tuple(
      dayNear(today, -60, 0),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom('none', 'none', 'both', 'start', 'end'),
    )
    .chain(([start, length, which]) =>
      dayNear(start, length, length).map((end) => ({
        start: which === 'both' || which === 'start' ? start : null,
        end: which === 'both' || which === 'end' ? end : null,
      })),
    )
}

/** Earlier invoices: a credit note has at least one, with its day; blank rows count for nothing. */
export function precedingInvoices({ kind, today }: Scene): fc.Arbitrary<readonly DraftPrecedingInvoice[]> {
  const day = dayNear(today, -300, 0).chain((date) => typedDay(date, today))
  const row = fc.record({
    invoiceId: fc.constant(''),
    number: sayingText(50),
    issueDate: kind === 'invoice' ? maybe(day) : day,
  })
  const blank = fc.constant({ invoiceId: '', number: ' ', issueDate: '' })
  const rows = fc.tuple(fc.array(row, { minLength: 1, maxLength: 3 }), fc.array(blank, { maxLength: 1 }))
  const some = rows.map(([first, rest]) => [...first, ...rest])
  return kind === 'credit-note'
    ? some
    : fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some })
}

const invoiceNumber = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }).map(String),
  fc.constantFrom('2026-0042', 'Å/17', 'ABC', '12345678901234567890'),
)

/** Accounts and reference: typed references are as the accounts' OCR demands. */
export function payment(scene: Scene): fc.Arbitrary<Partial<InvoiceDraft> & { number: string }> {
  const ids = scene.accounts.map(({ id }) => id)
  const minLength = scene.kind === 'invoice' ? 1 : 0
  return fc.tuple(fc.subarray(ids, { minLength }), invoiceNumber).chain(([chosen, number]) => {
    const mode = sharedOcrMode(chosenAccounts(chosen, scene.accounts))
    const ocr = fc.integer({ min: 100, max: 999_999 }).map((base) => {
      const made = makeOcr(String(base), mode)
      return made.ok ? ` ${made.value}` : ''
    })
    return fc.record({
      number: fc.constant(number),
      invoiceNumber: fc.constantFrom(number, ` ${number}`.slice(0, 20)),
      invoiceNumberEdited: fc.boolean(),
      paymentAccountIds: fc.constant([...chosen, 'gone']),
      paymentReferenceEdited: fc.constantFrom(false, false, true),
      paymentReference: mode === 'none' ? sayingText(35) : ocr,
      paidAmount: maybe(typed(amountText(100_000, 2), ' kr')),
      exchangeRate:
        scene.currency === (scene.company.accountingCurrency ?? 'SEK')
          ? maybe(fc.constant('11,5'))
          : typed(amountText(20, 6).map((rate) => `1${rate}`)),
      exchangeRateDate: maybe(dayNear(scene.today, -5, 0)),
    })
  })
}

/** How the form knows the buyer: its id, its VAT number when it is typed, the address that is chosen. */
export function buyerFields({ buyer: { customer, vatNumber, isVatNumberTyped } }: Scene) {
  const offered = customer.electronicAddresses?.map(formatPeppolId) ?? []
  return fc.record({
    customerId: fc.constant(customer.customerId),
    buyerVatNumber: isVatNumberTyped
      ? fc.constantFrom(vatNumber, vatNumber.toLowerCase().replace(/^(..)(.+)$/, '$1 $2'))
      : maybe(fc.constant(vatNumber)),
    electronicAddress: fc.constantFrom('', ...offered),
  })
}

/** Files as they come out of the store: cleaned names, at least one byte. */
export const files: fc.Arbitrary<readonly EmbeddedFile[]> = fc
  .array(
    fc.record({
      description: sayingText(60).map(cleanLine),
      fileName: sayingText(60).map((name) => cleanLine(name) || 'fil.pdf'),
      mimeCode: fc.constantFrom(...attachmentTypes.map((type) => type.mimeCode)),
      base64: fc
        .uint8Array({ minLength: 1, maxLength: 200 })
        .map((bytes) => Buffer.from(bytes).toString('base64')),
    }),
    { maxLength: 3 },
  )
  .map((all) => all.map((each, index) => ({ reference: `Bilaga ${index + 1}`, ...each })))
