import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offeredVatChoicesOf } from '#lib/codelists/vat-choices.ts'
import { expectValue } from '#lib/core/result.ts'
import { composeInvoice } from '#lib/invoice/compose.ts'
import { creditDraft, customerAsOn, remainingOf } from '#lib/invoice/credit.ts'
import { faultRules } from '#lib/invoice/faults.ts'
import type { Invoice } from '#lib/invoice/model.ts'
import { invoiceFromJson, invoiceToJson } from '#lib/invoice/snapshot.ts'
import { ruleSetNamed } from '#lib/rules/rule-sets.ts'
import { validateDocument } from '#lib/rules/validate.ts'
import { documentWords } from '#lib/services/invoices/document-words.ts'
import { pathOf } from '#lib/ubl/document-reader.ts'
import { readInvoice } from '#lib/ubl/read-invoice.ts'
import { readXml } from '#lib/ubl/read-xml.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'
import { type DraftCase, draftCases } from './arbitrary-draft.ts'
import { wrongSums } from './recomputed-sums.ts'

// Whatever somebody fills in, as long as the form accepts it. `TALONG_DRAFTS=10000` makes as many drafts.

const numRuns = Number(process.env.TALONG_DRAFTS ?? 1000)
const testTimeout = 60_000 + numRuns * 100

const ruleSets = ['3.0.21', '3.0.22'].flatMap((release) => ruleSetNamed(release) ?? [])

/** All that a judge has against the bytes of a document, faults of its structure too. Nothing may be sent with any. */
function problemsOf(bytes: Uint8Array): readonly string[] {
  const tree = expectValue(readXml(bytes))
  return ruleSets.flatMap((ruleSet) => {
    const { fired, structure } = validateDocument(tree, ruleSet)
    return [
      ...structure,
      ...fired.map(({ rule, element }) => `${ruleSet.release} ${rule.id} ${pathOf(element)}`),
    ]
  })
}

/** The invoice of a draft; null when the form refuses it. */
function composed({ input }: DraftCase): Invoice | null {
  const result = composeInvoice(input)
  return result.ok ? result.value : null
}

/** Writes an invoice, reads it back, and expects it to be the same, its sums to be right and its bytes to be stable. */
function expectSame(invoice: Invoice, files: DraftCase['files']): void {
  const bytes = toXmlBytes(writeInvoice(invoice, files))
  const tree = expectValue(readXml(bytes))
  const read = expectValue(readInvoice(tree))
  expect(read).toEqual({ invoice, files, left: [] })
  expect(wrongSums(tree)).toEqual([])
  expect(Buffer.compare(toXmlBytes(writeInvoice(read.invoice, read.files)), bytes)).toBe(0)
  expect(invoiceFromJson(JSON.parse(JSON.stringify(invoiceToJson(invoice))))).toEqual(invoice)
  // Without an address in the network there is nowhere to send it (PEPPOL-EN16931-R010).
  if (invoice.buyer.electronicAddress !== null) expect(problemsOf(bytes)).toEqual([])
}

describe('every draft that the form accepts', { timeout: testTimeout }, () => {
  test('becomes a document that tells the same invoice, with sums that are right to the last öre', () => {
    fc.assert(
      fc.property(draftCases, (given) => {
        const invoice = composed(given)
        fc.pre(invoice !== null)
        expectSame(invoice, given.files)
      }),
      { numRuns },
    )
  })

  test('can be credited whole, with the same sums', () => {
    fc.assert(
      fc.property(draftCases, (given) => {
        const original = composed(given)
        fc.pre(original !== null && original.kind === 'invoice')
        const credit = composeInvoice(creditOf(original, given))
        const { vatBreakdown, totals } = original
        expect(credit).toMatchObject({ ok: true, value: { vatBreakdown, totals } })
        expectSame(expectValue(credit), [])
      }),
      { numRuns: Math.ceil(numRuns / 5) },
    )
  })

  test('is most of what is generated, and every VAT choice is among them', () => {
    const cases = fc.sample(draftCases, { numRuns: 1000 })
    const accepted = cases.filter((each) => composed(each) !== null)
    expect(accepted.length / cases.length).toBeGreaterThan(0.9)
    const chosen = new Set(accepted.flatMap(({ input }) => input.draft.lines.map((line) => line.vatChoice)))
    const offered = [true, false].flatMap(offeredVatChoicesOf)
    expect(offered.filter((choice) => !chosen.has(choice))).toEqual([])
  })
})

describe('a draft that the form refuses', () => {
  test('is told why by a fault that stops it', () => {
    for (const { input } of fc.sample(draftCases, { numRuns: 200 })) {
      const result = composeInvoice({ ...input, accounts: [], customer: null })
      expect(result.ok).toBe(false)
      if (!result.ok) for (const { code } of result.details) expect(faultRules[code].level).toBe('stop')
    }
  })
})

/** The credit note that *Kreditera* makes of an invoice, as the form sends it. */
function creditOf(original: Invoice, { input }: DraftCase) {
  const draft = creditDraft({
    original,
    originalInvoiceId: 'original',
    originalDraft: input.draft,
    note: 'Krediterar fakturan',
    defaults: { lineKey: 'credit', customerId: input.draft.customerId, paymentAccountIds: [] },
  })
  const { customer, company, today } = input
  return {
    ...input,
    draft,
    customer: customer === null ? null : customerAsOn(original, customer),
    number: 'K1',
    words: documentWords(draft, customer?.address.country ?? '', today, company),
    remaining: remainingOf(original, []),
  }
}
