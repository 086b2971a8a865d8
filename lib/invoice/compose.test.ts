import { describe, expect, test } from 'vitest'
import { toFixedText } from '#lib/core/decimal.ts'
import { checkDraft } from './check-draft.ts'
import { composeInvoice } from './compose.ts'
import { emptyDraft, emptyLine, type InvoiceDraft } from './draft.ts'
import type { Invoice } from './model.ts'
import type { ComposeInput } from './outline.ts'
import type { SellerProfile } from './parties.ts'
import { sampleCompany, sampleCustomer, sampleDraft, sampleInput, sampleLine } from './sample-input.ts'

function composed(given: Partial<ComposeInput> = {}): Invoice {
  const result = composeInvoice(sampleInput(given))
  if (!result.ok) throw new Error(JSON.stringify(result.details))
  return result.value
}

function faults(given: Partial<ComposeInput>): readonly string[] {
  return checkDraft(sampleInput(given)).map(
    (fault) => `${fault.ruleId} ${fault.level} ${fault.field} ${fault.code}`,
  )
}

const draftFaults = (draft: Partial<InvoiceDraft>) => faults({ draft: sampleDraft(draft) })
const companyFaults = (company: Partial<SellerProfile>) =>
  faults({ company: { ...sampleCompany, ...company } })

describe('checkDraft', () => {
  test('has nothing to say of a whole draft', () => {
    expect(faults({})).toEqual([])
  })

  test('says at once all that an empty draft lacks', () => {
    expect(faults({ draft: emptyDraft({ lineKey: 'a' }) })).toEqual([
      'T-01 stop customerId recipient-missing',
      'PEPPOL-EN16931-R003 stop buyerReference reference-missing',
      'BR-16 stop lines lines-missing',
      'T-22 stop paymentAccountIds account-missing',
    ])
  })

  test.each<[Partial<InvoiceDraft>, readonly string[]]>([
    [{ invoiceNumber: '', invoiceNumberEdited: true }, ['BR-02 stop invoiceNumber invoice-number-missing']],
    [
      { invoiceNumber: '10#42', invoiceNumberEdited: true },
      ['T-06 stop invoiceNumber invoice-number-characters'],
    ],
    [{ issueDate: '', issueDateEdited: true }, ['BR-03 stop issueDate issue-date-missing']],
    [{ issueDate: 'snart', issueDateEdited: true }, ['T-07 stop issueDate date-unreadable']],
    [{ issueDate: '2025-01-02', issueDateEdited: true }, ['T-09 warn issueDate issue-date-far']],
    [{ paymentTermsDays: '' }, ['T-08 stop dueDate due-date-missing']],
    [{ paymentTermsDays: '400' }, ['T-08 stop paymentTermsDays terms-days-unreadable']],
    [{ dueDate: '', dueDateEdited: true }, ['T-08 stop dueDate due-date-missing']],
    [{ dueDate: '2026-11-19', dueDateEdited: true }, ['T-08 stop dueDate due-date-early']],
    [{ deliveryDate: '31/2' }, ['T-07 stop deliveryDate date-unreadable']],
    [{ periodStart: '2026-11-30', periodEnd: '2026-11-01' }, ['BR-29 stop periodEnd period-reversed']],
    [{ buyerReference: '.' }, ['T-10 stop buyerReference reference-says-nothing']],
    [{ buyerReference: 'okänd' }, ['T-10 stop buyerReference reference-says-nothing']],
    [{ buyerReference: '', purchaseOrderReference: 'PO-77812' }, []],
    [{ currency: 'KRONOR', paymentAccountIds: ['iban'] }, ['BR-CL-04 stop currency currency-unknown']],
    [{ paymentAccountIds: ['gone'] }, ['T-22 stop paymentAccountIds account-missing']],
    [{ lines: [sampleLine('a', { quantity: '-1' })] }, ['T-13 stop lines total-negative']],
  ])('%j', (draft, expected) => {
    expect(draftFaults(draft)).toEqual(expected)
  })

  test.each([
    [{ itemName: ' ' }, 'BR-25 stop lines.b.itemName item-name-missing'],
    [{ quantity: '' }, 'BR-22 stop lines.b.quantity quantity-missing'],
    [{ quantity: 'två' }, 'T-14 stop lines.b.quantity quantity-unreadable'],
    [{ quantity: '0,0' }, 'T-14 stop lines.b.quantity quantity-zero'],
    [{ quantity: '10000000' }, 'T-14 stop lines.b.quantity quantity-too-large'],
    [{ quantity: '1,23456' }, 'T-15 stop lines.b.quantity quantity-decimals'],
    [{ unit: '' }, 'BR-23 stop lines.b.unit unit-missing'],
    [{ unit: 'famn' }, 'BR-CL-23 stop lines.b.unit unit-not-offered'],
    [{ unitPrice: '' }, 'BR-26 stop lines.b.unitPrice price-missing'],
    [{ unitPrice: '1.2.3' }, 'T-14 stop lines.b.unitPrice price-unreadable'],
    [{ unitPrice: '-5' }, 'BR-27 stop lines.b.unitPrice price-negative'],
    [{ unitPrice: '1000000000000' }, 'T-14 stop lines.b.unitPrice price-too-large'],
    [{ unitPrice: '0,12345678901' }, 'T-15 stop lines.b.unitPrice price-decimals'],
    [{ vatChoice: '' }, 'BR-CO-04 stop lines.b.vatChoice vat-missing'],
    [{ vatChoice: '0' }, 'T-16 stop lines.b.vatChoice vat-reason-missing'],
    [{ vatChoice: 'rate-13' }, 'SE-R-006 stop lines.b.vatChoice vat-not-offered'],
  ])('a line with %j', (given, expected) => {
    const draft = sampleDraft({ lines: [emptyLine('a'), sampleLine('b', given)] })
    expect(faults({ draft })).toEqual([expected])
    expect(checkDraft(sampleInput({ draft }))[0]).toMatchObject({ lineKey: 'b', params: { line: 2 } })
  })

  test.each<[Partial<SellerProfile>, string]>([
    [{ companyForm: '' }, 'T-35 stop company.companyForm company-incomplete'],
    [{ name: '' }, 'T-35 stop company.name company-incomplete'],
    [{ orgNumber: '5599990009' }, 'T-35 stop company.orgNumber company-incomplete'],
    [{ identifyBy: 'gln' }, 'T-35 stop company.gln company-incomplete'],
    [{ seat: '' }, 'T-35 stop company.seat company-incomplete'],
    [{ contact: { name: 'Ida Ek', phone: '', email: '' } }, 'T-35 stop company.contact company-incomplete'],
    [{ vatNumber: '' }, 'T-19 stop company.vatNumber seller-vat-number-missing'],
    [{ vatRegistered: false }, 'T-19 stop lines.a.vatChoice vat-company-unregistered'],
    [
      { address: { ...sampleCompany.address, postalCode: '9032' } },
      'T-35 stop company.address.postalCode company-incomplete',
    ],
  ])('a company with %j', (company, expected) => {
    expect(companyFaults(company)).toEqual([expected])
  })

  test('only a limited company must state its seat', () => {
    expect(companyFaults({ companyForm: 'sole-trader', seat: '' })).toEqual([])
  })

  test('the customer needs a name, a number when Swedish, and a full address', () => {
    const address = { ...sampleCustomer.address, street: '', street2: '', city: '' }
    expect(faults({ customer: { ...sampleCustomer, orgNumber: '', address } })).toEqual([
      'T-36 stop customer.orgNumber buyer-incomplete',
      'T-36 stop customer.address.street buyer-incomplete',
      'T-36 stop customer.address.city buyer-incomplete',
    ])
    const foreign = {
      ...sampleCustomer,
      orgNumber: '',
      address: { ...sampleCustomer.address, country: 'NO' },
    }
    expect(faults({ customer: foreign })).toEqual([])
  })

  test('a customer who has not approved or cannot be reached holds only the sending', () => {
    const customer = { ...sampleCustomer, linkState: 'awaiting-approval', canReceive: false } as const
    expect(faults({ customer })).toEqual([
      'T-02 hold customerId approval-pending',
      'T-03 hold customerId recipient-unreachable',
    ])
    expect(composeInvoice(sampleInput({ customer })).ok).toBe(true)
  })
})

describe('composeInvoice', () => {
  test('refuses a draft that is not whole and says what checkDraft says', () => {
    const input = sampleInput({ draft: sampleDraft({ buyerReference: '' }) })
    expect(composeInvoice(input)).toEqual({ ok: false, code: 'incomplete', details: checkDraft(input) })
  })

  test('computes what is not typed', () => {
    const invoice = composed()
    expect(invoice).toMatchObject({
      invoiceNumber: '1042',
      issueDate: '2026-11-20',
      dueDate: '2026-12-20',
      paymentReference: '1042',
      paymentTermsText: '30 dagar netto. Dröjsmålsränta enligt räntelagen.',
      seller: {
        tradingName: 'Exempelverkstan',
        address: { postalCode: '903 26' },
        contact: { name: 'Ida Ek' },
      },
      buyer: { name: 'Provköpings kommun', vatNumber: 'SE212000990301' },
    })
    expect(toFixedText(invoice.totals.amountDue, 2)).toBe('9296.88')
  })

  test('numbers the lines that count and leaves empty ones out', () => {
    const lines = [emptyLine('x'), sampleLine('a', { itemName: ' rad\n1 ' }), emptyLine('y'), sampleLine('b')]
    const invoice = composed({ draft: sampleDraft({ lines }) })
    expect(invoice.lines.map((line) => [line.id, line.itemName])).toEqual([
      ['1', 'rad 1'],
      ['2', 'Målning av klassrum'],
    ])
  })

  test('an edited text and contact win, and equal trading names are dropped', () => {
    const draft = sampleDraft({
      paymentTermsText: 'Betalas i dag.',
      paymentTermsTextEdited: true,
      sellerContactName: 'Bo Ek',
    })
    const invoice = composed({ draft, company: { ...sampleCompany, tradingName: ` ${sampleCompany.name} ` } })
    expect(invoice.paymentTermsText).toBe('Betalas i dag.')
    expect(invoice.seller.contact.name).toBe('Bo Ek')
    expect(invoice.seller.tradingName).toBe('')
  })

  test("a sole trader that goes by a GLN keeps its number off the invoice's identifiers", () => {
    const { seller } = composed({
      company: { ...sampleCompany, companyForm: 'sole-trader', identifyBy: 'gln', gln: '7350000000009' },
    })
    expect(seller).toMatchObject({
      orgNumber: '',
      gln: '7350000000009',
      electronicAddress: { scheme: '0088', id: '7350000000009' },
    })
  })

  test('öresavrundning follows the company', () => {
    const invoice = composed({ company: { ...sampleCompany, roundToKrona: true } })
    expect(toFixedText(invoice.totals.rounding, 2)).toBe('0.12')
    expect(toFixedText(invoice.totals.amountDue, 2)).toBe('9297.00')
  })
})
