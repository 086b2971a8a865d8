import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { BuyerProfile } from '#lib/invoice/parties.ts'
import { sampleAccounts, sampleCompany, sampleCustomer, sampleDraft } from '#lib/invoice/sample-input.ts'
import { judgeByRules } from './live-rules.ts'

function judged(draft: InvoiceDraft, customer: BuyerProfile = sampleCustomer, day = '2026-11-25') {
  const surroundings = {
    company: sampleCompany,
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
    expect(judged(sampleDraft(), sampleCustomer, day)).toEqual({ problems: [], isValid: true })
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
      isValid: false,
    })
  })

  test('let one to a recipient without an address go on, without calling it valid', () => {
    const nowhere = { ...sampleCustomer, electronicAddress: null }
    expect(judged(sampleDraft(), nowhere)).toEqual({ problems: [], isValid: false })
  })
})
