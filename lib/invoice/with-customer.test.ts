import { describe, expect, test } from 'vitest'
import { sampleCustomer, sampleDraft } from './sample-input.ts'
import { withCustomer } from './with-customer.ts'

const region = { ...sampleCustomer, customerId: 'region', defaults: { buyerReference: 'FM8440' } }
const bygg = {
  ...sampleCustomer,
  customerId: 'bygg',
  defaults: { projectReference: 'P2041', buyerReference: '' },
}
const empty = sampleDraft({ customerId: '', buyerReference: '', projectReference: '' })

describe('a draft for a customer', () => {
  test('begins with what invoices to it usually say', () => {
    const draft = withCustomer(empty, region, undefined)
    expect(draft).toEqual({ ...empty, customerId: 'region', buyerReference: 'FM8440' })
  })

  test('keeps what a person typed, and lets the usual values of another customer go', () => {
    const before = { ...withCustomer(empty, region, undefined), contractReference: 'A-1' }
    const after = {
      customerId: 'bygg',
      buyerReference: '',
      projectReference: 'P2041',
      contractReference: 'A-1',
    }
    expect(withCustomer(before, bygg, region)).toMatchObject(after)
    const typed = { ...before, buyerReference: 'Ann' }
    expect(withCustomer(typed, bygg, region).buyerReference).toBe('Ann')
    expect(withCustomer(before, undefined, region)).toMatchObject({ customerId: '', buyerReference: '' })
  })

  test('what the recipient fixes fills a field that has no usual value', () => {
    const fixed = { code: 'contractReference', level: 'required', fixed: 'AVT-1' } as const
    const profile = { fields: [fixed], anyOf: [], attachments: [], limits: {} }
    expect(withCustomer(empty, { ...region, profile }, undefined).contractReference).toBe('AVT-1')
  })
})
