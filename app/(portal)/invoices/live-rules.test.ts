import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { BuyerProfile } from '#lib/invoice/parties.ts'
import { sampleAccounts, sampleCompany, sampleCustomer, sampleDraft } from '#lib/invoice/sample-input.ts'
import { judgeByRules } from './live-rules.ts'

function judged(
  draft: InvoiceDraft,
  customer: BuyerProfile = sampleCustomer,
  day = '2026-11-25',
  company = sampleCompany,
) {
  const surroundings = {
    company,
    accounts: sampleAccounts,
    customers: [customer],
    today: isoDateOf(day),
    proposals: { invoice: '1042', 'credit-note': 'K1' },
    creditable: [],
  }
  return judgeByRules(draft, surroundings, 'sv')
}

const norwegian: BuyerProfile = {
  ...sampleCustomer,
  electronicAddress: { scheme: '0192', id: '123456789' },
}

describe('the published rules on a draft', () => {
  test.each(['2026-11-25', '2027-02-24'])('find a whole one valid on %s', (day) => {
    expect(judged(sampleDraft(), sampleCustomer, day)).toEqual({ problems: [], remarks: [], isValid: true })
  })

  test('of a seller abroad, whose own country’s rules no browser has, say neither that it is valid nor what is wrong', () => {
    const dutch = { ...sampleCompany, address: { ...sampleCompany.address, country: 'NL' } }
    const of = judged(sampleDraft(), sampleCustomer, '2026-11-25', dutch)
    expect(of).toEqual({ problems: [], remarks: [], isValid: false })
  })

  test('say a broken one at its field, in words, with the rule', () => {
    expect(judged(sampleDraft(), norwegian)).toEqual({
      problems: [
        {
          field: 'customerId',
          code: 'rule-broken',
          params: { rule: 'PEPPOL-COMMON-R041' },
          message: expect.stringContaining('norska organisationsnumret'),
        },
      ],
      remarks: [],
      isValid: false,
    })
  })

  test('say a broken one that only warns, and stop nothing', () => {
    const unusual = { ...sampleCustomer, electronicAddress: { scheme: '0106', id: '1234' } }
    expect(judged(sampleDraft(), unusual)).toMatchObject({
      problems: [],
      remarks: [{ field: 'customerId', code: 'rule-doubted', params: { rule: 'PEPPOL-COMMON-R054' } }],
      isValid: true,
    })
  })

  test('say a broken one about a number of both parties at the party that has it', () => {
    expect(judged(sampleDraft({ buyerVatNumber: 'QQ999999999' })).problems).toMatchObject([
      { field: 'buyerVatNumber', params: { rule: 'BR-CO-09' } },
    ])
  })

  test.each(['2026-11-25', '2027-02-24'])(
    'let one to a recipient without an address go on, without calling it valid, on %s',
    (day) => {
      const nowhere = { ...sampleCustomer, electronicAddress: null }
      expect(judged(sampleDraft(), nowhere, day)).toEqual({
        problems: [],
        remarks: [
          {
            field: 'customerId',
            code: 'rule-doubted',
            params: { rule: 'PEPPOL-EN16931-R010' },
            message: expect.stringContaining('ingen e-fakturaadress'),
          },
        ],
        isValid: false,
      })
    },
  )
})
