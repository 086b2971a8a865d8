import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { checkDraft, type DraftInput } from './check-draft.ts'
import type { InvoiceDraft } from './draft.ts'
import type { BuyerProfile } from './parties.ts'
import { sampleCompany, sampleCustomer, sampleDraft, sampleInput, sampleLine } from './sample-input.ts'

function faults(
  vatChoice: string,
  draft: Partial<InvoiceDraft> = {},
  given: Partial<DraftInput> = {},
): readonly string[] {
  const lines = [sampleLine('a', { vatChoice })]
  return checkDraft({ ...sampleInput({ draft: sampleDraft({ lines, ...draft }) }), ...given }).map(
    (fault) => `${fault.ruleId} ${fault.level} ${fault.field} ${fault.code}`,
  )
}

function buyerIn(country: string, vatNumber: string): { readonly customer: BuyerProfile } {
  return {
    customer: { ...sampleCustomer, vatNumber, address: { ...sampleCustomer.address, country } },
  }
}

const german = buyerIn('DE', 'DE999999999')
const greek = buyerIn('GR', 'EL999999999')
const norwegian = buyerIn('NO', '')
const toBerlin = { deliverToCountry: 'DE', deliveryDate: '2026-11-18' }
const notEu = ['T-18 stop lines.a.vatChoice vat-needs-eu-buyer']
const noNumber = ['T-17 stop buyerVatNumber buyer-vat-number-missing']

describe('checkVat', () => {
  test.each<[string, string, Partial<InvoiceDraft>, Partial<DraftInput>, readonly string[]]>([
    ['reverse charge in Sweden', 'rc-construction', {}, {}, []],
    ['reverse charge without a number', 'rc-construction', {}, buyerIn('SE', ''), noNumber],
    ['a number typed here', 'rc-construction', { buyerVatNumber: 'SE212000990301' }, buyerIn('SE', ''), []],
    [
      'reverse charge to Germany',
      'rc-domestic',
      {},
      german,
      ['T-18 stop lines.a.vatChoice vat-needs-swedish-buyer'],
    ],
    ['a service to Germany', 'eu-service', {}, german, []],
    ['a service to Greece', 'eu-service', {}, greek, []],
    ['a service to Sweden', 'eu-service', {}, {}, notEu],
    ['a service to Germany by a Greek number', 'eu-service', {}, buyerIn('DE', 'EL999999999'), notEu],
    ['a service to Germany without a number', 'eu-service', {}, buyerIn('DE', ''), noNumber],
    ['goods to Germany', 'eu-goods', toBerlin, german, []],
    [
      'goods to Northern Ireland',
      'eu-goods',
      { ...toBerlin, deliverToCountry: 'XI' },
      buyerIn('GB', 'XI999999999'),
      [],
    ],
    [
      'goods to Germany, nothing told',
      'eu-goods',
      {},
      german,
      [
        'BR-IC-11 stop deliveryDate delivery-date-missing',
        'BR-IC-12 stop deliverToCountry delivery-country-missing',
      ],
    ],
    [
      'goods delivered in Sweden',
      'eu-goods',
      { ...toBerlin, deliverToCountry: 'SE' },
      german,
      ['BR-IC-12 stop deliverToCountry delivery-country-missing'],
    ],
    ['export to Norway', 'export-goods', {}, norwegian, []],
    ['export to Sweden', 'export-goods', {}, {}, ['T-18 warn lines.a.vatChoice vat-needs-export-delivery']],
    ['a service to Norway', 'service-outside-eu', {}, norwegian, []],
    [
      'a service to Sweden as if outside the Union',
      'service-outside-eu',
      {},
      {},
      ['T-18 stop lines.a.vatChoice vat-needs-outside-buyer'],
    ],
    ['exempt', 'exempt-health', {}, {}, []],
    [
      'no registration though registered',
      'not-registered',
      {},
      {},
      ['T-19 stop lines.a.vatChoice vat-company-registered'],
    ],
  ])('%s', (_, choice, draft, given, expected) => {
    expect(faults(choice, draft, given)).toEqual(expected)
  })

  test('only what is outside VAT can be sold without a VAT number', () => {
    const company = { ...sampleCompany, vatNumber: '' }
    const missing = ['T-19 stop company.vatNumber seller-vat-number-missing']
    expect(['rate-25', 'exempt-health', 'outside-vat'].map((each) => faults(each, {}, { company }))).toEqual([
      missing,
      missing,
      [],
    ])
    const unregistered = { ...company, vatRegistered: false }
    expect(faults('not-registered', {}, { company: unregistered })).toEqual([])
    expect(faults('outside-vat', {}, { company: unregistered })).toEqual([
      'T-19 stop lines.a.vatChoice vat-company-unregistered',
    ])
  })

  test('food near a change of rate wants to know the day', () => {
    const today = isoDateOf('2027-12-10')
    expect(faults('food', {}, { today })).toEqual(['T-20 warn lines.a.vatChoice vat-date-assumed'])
    expect(faults('food', { deliveryDate: '2027-12-09' }, { today })).toEqual([])
    expect(faults('food')).toEqual([])
  })
})
