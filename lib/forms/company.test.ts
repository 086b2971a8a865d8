import { describe, expect, test } from 'vitest'
import { addAccountForm, companyForm } from './company.ts'

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
  country: 'SE',
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
    ['a Swedish postcode of four digits', { postalCode: '9032' }, { postalCode: 'postal-code-shape' }],
    ['no country', { country: '' }, { country: 'country-missing' }],
    ['a wrong GLN', { gln: '7350000000006' }, { gln: 'gln-check-digit' }],
    [
      'a personnummer of what is no sole trader',
      { orgNumber: '800101-9812' },
      { companyForm: 'sole-trader-unconfirmed' },
    ],
    [
      'a sole trader by a GLN that is not there',
      { companyForm: 'sole-trader', identifyBy: 'gln' },
      { gln: 'gln-missing' },
    ],
  ])('name the fault at its field: %s', (_case, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults)
  })

  test('name what hangs together in the same answer as what is wrong by itself', () => {
    expect(faultsOf({ phone: 'ring mig', postalCode: '9032', seat: '' })).toEqual({
      phone: 'phone-characters',
      postalCode: 'postal-code-shape',
      seat: 'seat-missing',
    })
    expect(faultsOf({ companyForm: '', orgNumber: '800101-9812' })).toEqual({
      companyForm: 'company-form-missing',
    })
    expect(companyForm.safeParse(null).success).toBe(false)
  })

  test('need no VAT number when not registered', () => {
    expect(faultsOf({ vatRegistered: undefined, vatNumber: '' })).toEqual({})
  })
})

describe('a sole trader', () => {
  const trader = {
    ...filled,
    companyForm: 'sole-trader',
    orgNumber: '800101-****',
    vatNumber: 'SE800101****01',
  }

  test('may send the numbers back as they are shown', () => {
    const { orgNumber, vatNumber } = companyForm.parse(trader)
    expect([orgNumber, vatNumber]).toEqual(['800101-****', 'SE800101****01'])
  })

  test('alone chooses what to be identified by', () => {
    const chosen = { gln: '7350000000009', identifyBy: 'gln' }
    expect(companyForm.parse({ ...trader, ...chosen }).identifyBy).toBe('gln')
    expect(companyForm.parse({ ...filled, ...chosen }).identifyBy).toBe('orgnumber')
  })
})

test('not registered for VAT, a number that was left behind is not kept', () => {
  expect(companyForm.parse({ ...filled, vatRegistered: undefined }).vatNumber).toBe('')
})

test('a postcode abroad is what it is there', () => {
  expect(companyForm.parse({ ...filled, country: 'NO', postalCode: '0150' }).postalCode).toBe('0150')
  expect(companyForm.parse({ ...filled, country: 'GB', postalCode: 'SW1A 1AA' }).postalCode).toBe('SW1A 1AA')
})

describe('the account', () => {
  const typed = { kind: 'bankgiro', number: '991-2346', bic: '', currentPassword: 'en häst i skogen' }
  const faultsAt = (changes: Record<string, string>) =>
    addAccountForm
      .safeParse({ ...typed, ...changes })
      .error?.issues.map(({ path, message }) => [path.join('.'), message])

  test.each([
    ['bankgiro', '991-2346', '9912346'],
    ['plusgiro', '40 02 02-8', '4002028'],
    ['iban', 'SE45 5000 0000 0583 9825 7466', 'SE4550000000058398257466'],
  ])('%s is stored without what people put between', (kind, number, stored) => {
    expect(addAccountForm.parse({ ...typed, kind, number })).toMatchObject({ kind, number: stored })
  })

  test.each([
    ['none', '', 'none'],
    ['length-digit', '8', 'length-digit'],
    ['fixed', '8', 'fixed:8'],
    ['fixed-length-digit', ' 25 ', 'fixed-length-digit:25'],
  ])('OCR %s with length %j is the mode %s', (ocr, ocrLength, mode) => {
    expect(addAccountForm.parse({ ...typed, ocr, ocrLength }).ocrMode).toBe(mode)
  })

  test.each([
    [
      'an IBAN without its country',
      { kind: 'iban', number: '4550000000058398257466' },
      'number',
      'iban-length',
    ],
    ['a wrong check digit', { number: '991-2347' }, 'number', 'bankgiro-check-digit'],
    ['a fixed length too short', { ocr: 'fixed', ocrLength: '4' }, 'ocrLength', 'ocr-length-range'],
    ['a fixed length left out', { ocr: 'fixed' }, 'ocrLength', 'ocr-length-range'],
    ['no password', { currentPassword: '' }, 'currentPassword', 'password-missing'],
  ])('names the fault at its field: %s', (_case, changes, field, code) => {
    expect(faultsAt(changes)).toEqual([[field, code]])
  })
})
