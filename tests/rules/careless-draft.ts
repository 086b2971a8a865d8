import fc from 'fast-check'
import { addressSchemes } from '#lib/codelists/address-schemes.ts'
import { offeredVatChoicesOf, zeroWithoutReason } from '#lib/codelists/vat-choices.ts'
import { parsePeppolId } from '#lib/party/peppol-id.ts'
import { type DraftCase, draftCases } from './arbitrary-draft.ts'

/** What a careless person, a stale draft or a poor register may put anywhere. */
const anything = fc.constantFrom(
  ...['', ' ', '.', 'x', '0', '-1', '1,5', '1000000', 'NA', '\u0007', 'idag', '2026-01-31', '2027-12-31'],
  ...['SE', 'NO', 'XX', 'SEK', 'EUR', 'HUR', 'SE556677889901', 'NL12', 'IT1', '12345678', '2120009903'],
)

/** What belongs in some place and not in any other: found where a person would look for it. */
const own: Readonly<Record<string, fc.Arbitrary<string>>> = {
  vatChoice: fc.constantFrom(...offeredVatChoicesOf(true), ...offeredVatChoicesOf(false), zeroWithoutReason),
  vatNumber: fc.constantFrom('', 'SE559999000801', 'SE5599', 'NL1', 'FI1', '559999000801', 'XX1'),
  country: fc.constantFrom('SE', 'NO', 'DE', 'NL', '', 'XX'),
}

/** An address in the network as the directory is read: of any scheme it knows, right or wrong in its country. */
const peppolId = fc
  .tuple(
    fc.constantFrom(...addressSchemes),
    fc.constantFrom('1', '12345678', '123456789', 'NL123456789B12', 'ABC123', '5599990008', '7350000000009'),
  )
  .map((parts) => parsePeppolId(parts.join(':')))
  .filter((read) => read.ok)
  .map((read) => read.value)

/** Values that the form offers as a choice among two or three: they have no other. */
const closed = new Set([
  ...['kind', 'version', 'paymentTermsMode', 'unit:adjustment', 'documentLanguage', 'linkState', 'ocrMode'],
  ...['companyForm', 'identifyBy', 'accountingCurrency'],
])

type Tree = { readonly [name: string]: unknown }

/** Puts other values in some of the texts of a thing, however deep, and turns some of its switches. */
function disturbed(thing: unknown, name: string, often: number): fc.Arbitrary<unknown> {
  if (closed.has(name) || name === 'key' || name === 'customerId') return fc.constant(thing)
  const rarely = (other: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: often, arbitrary: fc.constant(thing) }, { weight: 1, arbitrary: other })
  if (typeof thing === 'string') return rarely(own[name] ? fc.oneof(own[name], anything) : anything)
  if (typeof thing === 'boolean') return rarely(fc.boolean())
  if (Array.isArray(thing)) {
    const each = fc.tuple(...thing.map((part) => disturbed(part, name, often)))
    return fc.oneof({ weight: often, arbitrary: each }, { weight: 1, arbitrary: fc.constant([]) })
  }
  if (typeof thing !== 'object' || thing === null) return fc.constant(thing)
  if ('scheme' in thing) return rarely(peppolId)
  const isAdjustment = 'isCharge' in thing
  return fc.record(
    Object.fromEntries(
      Object.entries(thing as Tree).map(([part, value]) => [
        part,
        disturbed(value, isAdjustment && part === 'unit' ? 'unit:adjustment' : part, often),
      ]),
    ),
  )
}

/**
 * Drafts with the company's settings, accounts and customer as nobody has checked them: whole ones in which any text
 * may have become any other, from a few places to most of them. What the form refuses is the greater part.
 */
export const carelessDrafts: fc.Arbitrary<DraftCase> = fc
  .tuple(draftCases, fc.constantFrom(6, 30, 120))
  .chain(([{ input, files }, often]) => {
    const { draft, company, customer, accounts, ...rest } = input
    return (
      disturbed({ draft, company, customer, accounts }, '', often) as fc.Arbitrary<
        Pick<DraftCase['input'], 'draft' | 'company' | 'customer' | 'accounts'>
      >
    ).map((parts) => ({ input: { ...rest, ...parts }, files }))
  })
