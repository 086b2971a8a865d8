import { describe, expect, test } from 'vitest'
import { isNegative, toFixedText, toShortestText } from '#lib/core/decimal.ts'
import { composeInvoice } from './compose.ts'
import type { DraftLine, InvoiceDraft } from './draft.ts'
import type { Invoice } from './model.ts'
import type { ComposeInput } from './outline.ts'
import {
  sampleAccounts,
  sampleCompany,
  sampleCustomer,
  sampleDraft,
  sampleInput,
  sampleLine,
  sampleWords,
} from './sample-input.ts'

function composed(draft: Partial<InvoiceDraft>, given: Partial<ComposeInput> = {}): Invoice {
  const result = composeInvoice(sampleInput({ draft: sampleDraft(draft), ...given }))
  if (!result.ok) throw new Error(JSON.stringify(result.details))
  return result.value
}

const choices = (...vatChoices: readonly string[]): { lines: readonly DraftLine[] } => ({
  lines: vatChoices.map((vatChoice, index) => sampleLine(`l${index}`, { vatChoice })),
})
const groups = (invoice: Invoice) =>
  invoice.vatBreakdown.map(({ category, reasonCode, reason }) => [category, reasonCode, reason])

describe('composeInvoice, references and places', () => {
  test('carries every reference, cleaned', () => {
    const references = {
      purchaseOrderReference: ' PO-1 ',
      contractReference: 'A1',
      salesOrderReference: 'S1',
      projectReference: 'P1',
      buyerAccountingReference: '4010',
      despatchReference: 'F1',
      receiptReference: 'I1',
      tenderReference: 'U1',
    }
    expect(composed(references)).toMatchObject({ ...references, purchaseOrderReference: 'PO-1' })
    const object = { invoicedObjectReference: '735999', invoicedObjectScheme: 'AVE' }
    expect(composed(object).invoicedObject).toEqual({ scheme: 'AVE', id: '735999' })
    expect(composed({ ...object, invoicedObjectReference: ' ' }).invoicedObject).toEqual({
      scheme: '',
      id: '',
    })
    const preceding = [
      { invoiceId: 'x', number: ' 1001 ', issueDate: '1/10 2026' },
      { invoiceId: '', number: '', issueDate: '' },
    ]
    expect(composed({ precedingInvoices: preceding }).precedingInvoices).toEqual([
      { number: '1001', issueDate: '2026-10-01' },
    ])
  })

  test('the buyer is named by its own id, contact and the address that was chosen', () => {
    const gln = { scheme: '0088', id: '7350000000009' }
    const customer = { ...sampleCustomer, vatNumber: '', electronicAddresses: [gln] }
    const draft = {
      electronicAddress: '0088:7350000000009',
      buyerIdentifier: '7350000000009',
      buyerVatNumber: 'se 2120009903 01',
      buyerContactName: 'Bo',
      buyerContactPhone: '070',
      buyerContactEmail: 'bo@example.se',
    }
    expect(composed(draft, { customer }).buyer).toMatchObject({
      electronicAddress: gln,
      identifier: gln,
      vatNumber: 'SE212000990301',
      contact: { name: 'Bo', phone: '070', email: 'bo@example.se' },
    })
    expect(composed({ buyerIdentifier: 'Enhet 7' }).buyer.identifier).toEqual({ scheme: '', id: 'Enhet 7' })
  })

  test('a place of delivery is in Sweden unless it says otherwise, and nowhere when nothing is said', () => {
    expect(composed({}).deliverTo).toEqual({ name: '', locationId: '', address: null })
    const draft = { deliverToName: 'Skolan', deliverToStreet: 'Storgatan 1', deliverToPostalCode: '90326' }
    expect(composed(draft).deliverTo).toMatchObject({
      name: 'Skolan',
      address: { street: 'Storgatan 1', postalCode: '903 26', country: 'SE' },
    })
    expect(composed({ deliverToCountry: 'NO' }).deliverTo.address).toMatchObject({
      street: '',
      country: 'NO',
    })
  })

  test('a place of delivery has its five figures as a postcode is written, and anything else as it was typed', () => {
    const postalCodeOf = (deliverToPostalCode: string) =>
      composed({ deliverToPostalCode }).deliverTo.address?.postalCode
    expect(['9 0 3 2 6', ' 90326 ', 'S-903 26'].map(postalCodeOf)).toEqual(['903 26', '903 26', 'S-903 26'])
    // Without its space the ring would be put on the A, by whoever writes or reads the document.
    expect(postalCodeOf('NA \u030a')).toBe('NA \u030a')
  })

  test('the note is what was typed, the exchange rate and the last line of the company, in that order', () => {
    const euros = { currency: 'EUR', exchangeRate: '11,2345', paymentAccountIds: ['iban'], note: ' Tack ' }
    const company = { ...sampleCompany, footer: 'Godkänd leverantör', roundToKrona: true }
    const invoice = composed(euros, { company })
    expect(invoice.note).toBe('Tack\nVäxelkurs 11,2345 SEK/EUR (2026-11-20).\nGodkänd leverantör')
    expect(invoice.vatAccounting?.currency).toBe('SEK')
    expect(toFixedText(invoice.totals.rounding, 2)).toBe('0.00')
    const untaxed = composed({ ...euros, exchangeRate: '', ...choices('rc-construction') }, { company })
    expect(untaxed.vatAccounting).toBeNull()
    expect(untaxed.note).toBe('Tack\nGodkänd leverantör')
  })
})

describe('composeInvoice, lines and sums', () => {
  test('carries the details of a line and leaves blank ones out', () => {
    const line = sampleLine('a', {
      itemDescription: 'Två\nlager',
      sellerItemId: 'ART-1',
      buyerItemId: 'K-1',
      standardItemId: '7350000000009',
      classificationList: 'STI',
      classificationCode: '44112200',
      originCountry: 'FI',
      attributes: [
        { name: ' Färg ', value: 'vit' },
        { name: '', value: '' },
      ],
      periodStart: '2026-11-01',
      orderLineReference: '3',
      accountingReference: '4010',
      objectReference: 'ABC123',
      baseQuantity: '100',
      unitPrice: '',
      grossPrice: '100',
      priceDiscount: '7,5',
    })
    const [written] = composed({ lines: [line] }).lines
    expect(written).toMatchObject({
      itemDescription: 'Två lager',
      sellerItemId: 'ART-1',
      buyerItemId: 'K-1',
      standardItemId: '7350000000009',
      classification: { list: 'STI', code: '44112200' },
      originCountry: 'FI',
      attributes: [{ name: 'Färg', value: 'vit' }],
      period: { start: '2026-11-01', end: null },
      orderLineReference: '3',
      accountingReference: '4010',
      objectReference: 'ABC123',
    })
    expect(
      written && [written.netPrice, written.baseQuantity].map((each) => each && toShortestText(each)),
    ).toEqual(['92.5', '100'])
    expect(written?.listPrice && toShortestText(written.listPrice.priceDiscount)).toBe('7.5')
    expect(composed({ lines: [sampleLine('a', { baseQuantity: '1' })] }).lines[0]).toMatchObject({
      baseQuantity: null,
      listPrice: null,
      classification: { list: '', code: '' },
    })
  })

  test('a list price including VAT stays the net price plus the cut, exactly', () => {
    const line = sampleLine('a', {
      quantity: '3',
      grossPrice: '100',
      priceDiscount: '9,99',
      vatChoice: 'rate-12',
    })
    const [written] = composed({ lines: [line], pricesIncludeVat: true }).lines
    const list = written?.listPrice
    expect(list && toShortestText(list.grossPrice.minus(list.priceDiscount))).toBe(
      written && toShortestText(written.netPrice),
    )
  })

  test('per cent of the whole is one discount in each VAT group, with factor and base', () => {
    const adjustments = [
      {
        key: 'x',
        isCharge: false,
        reasonCode: '95',
        reason: '',
        value: '10',
        unit: 'percent',
        vatChoice: '',
      },
      {
        key: 'y',
        isCharge: true,
        reasonCode: 'FC',
        reason: 'Bud',
        value: '50',
        unit: 'amount',
        vatChoice: '',
      },
    ] as const
    const invoice = composed({ ...choices('rate-25', 'rate-6'), adjustments })
    expect(
      invoice.adjustments.map(({ reason, vatRate, percent, baseAmount, amount }) =>
        [reason, ...[vatRate, percent, baseAmount, amount].map((each) => each && toShortestText(each))].join(
          ' ',
        ),
      ),
    ).toEqual(['Rabatt 25 10 595 59.5', 'Rabatt 6 10 595 59.5', 'Bud 25   50'])
    expect(toFixedText(invoice.totals.sumOfCharges, 2)).toBe('50.00')
  })

  test('a discount on a returned line is negative as its line', () => {
    const discount = {
      key: 'x',
      isCharge: false,
      reasonCode: '95',
      reason: '',
      value: '10',
      unit: 'percent',
    } as const
    const lines = [
      sampleLine('a', { quantity: '3' }),
      sampleLine('b', { quantity: '-1', adjustments: [discount] }),
    ]
    const [, returned] = composed({ lines }).lines
    expect(returned?.adjustments[0] && isNegative(returned.adjustments[0].amount)).toBe(true)
    expect(returned && toFixedText(returned.lineNetAmount, 2)).toBe('-535.50')
  })
})

describe('composeInvoice, VAT', () => {
  test('exempt choices are one group: texts joined, the code only when all share it', () => {
    expect(groups(composed(choices('exempt-health', 'exempt-dental', 'exempt-health')))).toEqual([
      [
        'E',
        'VATEX-EU-132-1C',
        'Undantagen från skatteplikt: sjukvård; Undantagen från skatteplikt: tandvård',
      ],
    ])
    expect(groups(composed(choices('rate-25', 'exempt-health', 'exempt-finance')))).toEqual([
      ['S', '', ''],
      ['E', '', 'Undantagen från skatteplikt: sjukvård; Undantagen från skatteplikt: finansiella tjänster'],
    ])
    const other = sampleLine('a', { vatChoice: 'exempt-other', exemptionReason: ' Bidrag ' })
    expect(groups(composed({ lines: [other] }))).toEqual([['E', '', 'Bidrag']])
    expect(groups(composed(choices('zero-rated')))).toEqual([['Z', '', '']])
  })

  test('what is outside VAT is O alone, without VAT numbers, and E beside anything else', () => {
    const alone = composed(choices('outside-vat'))
    expect(groups(alone)).toEqual([['O', 'VATEX-EU-O', 'Omfattas inte av momslagen']])
    expect([alone.seller.vatNumber, alone.buyer.vatNumber, alone.seller.fTaxApproved]).toEqual(['', '', true])
    const mixed = composed(choices('outside-vat', 'rate-25'))
    expect(groups(mixed)).toEqual([
      ['S', '', ''],
      ['E', '', 'Omfattas inte av momslagen'],
    ])
    expect(mixed.seller.vatNumber).toBe('SE559999000801')
    const charge = {
      key: 'x',
      isCharge: true,
      reasonCode: 'FC',
      reason: '',
      value: '50',
      unit: 'amount',
    } as const
    const charged = composed({
      ...choices('outside-vat'),
      adjustments: [{ ...charge, vatChoice: 'rate-25' }],
    })
    expect(charged.vatBreakdown.map((group) => group.category)).toEqual(['S', 'E'])
  })

  test('a company that is not registered sells outside VAT', () => {
    const company = { ...sampleCompany, vatRegistered: false, vatNumber: '' }
    const invoice = composed(choices('not-registered'), { company })
    expect(groups(invoice)).toEqual([['O', 'VATEX-EU-O', 'Säljaren är inte momsregistrerad']])
  })

  test("a line's own period decides its rate", () => {
    const line = (key: string, periodEnd: string) => sampleLine(key, { vatChoice: 'food', periodEnd })
    const invoice = composed({ lines: [line('a', '2026-03-31'), line('b', '2026-04-30'), line('c', '')] })
    expect(invoice.lines.map((each) => toShortestText(each.vatRate))).toEqual(['12', '6', '6'])
  })
})

describe('composeInvoice, payment', () => {
  const original = { invoiceId: '', number: '1001', issueDate: '2026-10-01' }
  const accounts = sampleAccounts.map((account) => ({ ...account, ocrMode: 'check-digit' as const }))

  test('a typed reference wins, its spaces gone when it is an OCR', () => {
    const typed = { paymentReference: '1042 1', paymentReferenceEdited: true }
    expect(composed(typed, { accounts }).paymentReference).toBe('10421')
    expect(composed(typed).paymentReference).toBe('1042 1')
    expect(composed({}, { accounts }).paymentReference).toBe('10421')
  })

  test('days may be counted from the end of the month', () => {
    expect(composed({ paymentTermsMode: 'end-of-month' }).dueDate).toBe('2026-12-30')
  })

  test('a credit note falls due never unless typed, and is paid by its own number', () => {
    const draft = { kind: 'credit-note', precedingInvoices: [original] } as const
    const words = { ...sampleWords, paymentTermsText: 'Regleras mot kommande faktura.' }
    const credit = composed(draft, { accounts, number: 'K7', words })
    expect(credit).toMatchObject({
      kind: 'credit-note',
      dueDate: null,
      paymentReference: 'K7',
      paymentTermsText: 'Regleras mot kommande faktura.',
    })
    expect(composed({ ...draft, dueDate: '2026-12-01', dueDateEdited: true }).dueDate).toBe('2026-12-01')
  })

  test('a credit note without an account says nothing of payment, though a day was typed', () => {
    const draft = { kind: 'credit-note', precedingInvoices: [original] } as const
    const due = { dueDate: '2026-12-24', dueDateEdited: true }
    const told = ({ dueDate, paymentReference }: Invoice) => [dueDate, paymentReference]
    expect(told(composed({ ...draft, ...due, paymentAccountIds: [] }))).toEqual([null, ''])
    expect(told(composed({ ...draft, ...due }))).toEqual(['2026-12-24', '1042'])
  })

  test('the holder of an IBAN has seventy characters at most, none of them cut in two', () => {
    const company = { ...sampleCompany, name: `AB ${'😀'.repeat(70)}` }
    const [account] = composed({ paymentAccountIds: ['iban'] }, { company }).paymentAccounts
    expect(account?.holder).toBe(`AB ${'😀'.repeat(67)}`)
  })
})
