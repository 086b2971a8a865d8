import { describe, expect, test } from 'vitest'
import { companyForm, paymentAccountForm } from './company.ts'

const filled = {
  companyForm: 'limited',
  name: 'Exempelsnickaren AB',
  tradingName: '',
  orgNumber: '559999-0008',
  vatRegistered: 'on',
  vatNumber: 'SE559999000801',
  seat: 'Umeå',
  street: 'Exempelgatan 1',
  street2: '',
  postalCode: '903 26',
  city: 'Umeå',
  contactName: '',
  phone: '',
  email: 'kim@exempel.se',
}

/** The fault code at each field, as the form shows them. */
function faultsOf(changes: Record<string, string | undefined>) {
  const parsed = companyForm.safeParse({ ...filled, ...changes })
  return Object.fromEntries(parsed.error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? [])
}

describe('company details', () => {
  test('are stored in canonical form', () => {
    const { orgNumber, postalCode, vatRegistered, fTaxApproved } = companyForm.parse(filled)
    expect({ orgNumber, postalCode, vatRegistered, fTaxApproved }).toEqual({
      orgNumber: '5599990008',
      postalCode: '90326',
      vatRegistered: true,
      fTaxApproved: false,
    })
  })

  test.each([
    ['a wrong check digit', { orgNumber: '559999-0009' }, { orgNumber: 'org-number-check-digit' }],
    ['a VAT number without its country', { vatNumber: '559999000801' }, { vatNumber: 'vat-number-length' }],
    ['an unreadable e-mail', { email: 'kim' }, { email: 'email-unreadable' }],
    ['a limited company without a seat', { seat: '' }, { seat: 'seat-missing' }],
    ['neither phone nor e-mail', { email: '' }, { phone: 'contact-missing' }],
    ['registered for VAT without a number', { vatNumber: '' }, { vatNumber: 'vat-number-missing' }],
  ])('name the fault at its field: %s', (_case, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults)
  })

  test('need no VAT number when not registered', () => {
    expect(faultsOf({ vatRegistered: undefined, vatNumber: '' })).toEqual({})
  })
})

describe('the account', () => {
  test.each([
    ['bankgiro', '991-2346', '9912346'],
    ['plusgiro', '40 02 02-8', '4002028'],
  ])('%s is stored as digits', (kind, number, stored) => {
    const parsed = paymentAccountForm.parse({ kind, number, bic: '' })
    expect(parsed).toEqual({ kind, number: stored, bic: '' })
  })

  test('an IBAN without its country is a fault at the number', () => {
    const parsed = paymentAccountForm.safeParse({ kind: 'iban', number: '4550000000058398257466', bic: '' })
    expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['number'], 'iban-length'],
    ])
  })
})
