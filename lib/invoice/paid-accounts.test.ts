import { expect, test } from 'vitest'
import { accountNames, accountOfName, newAccounts } from './paid-accounts.ts'

test('an account is new when it did not stand on the supplier’s last invoice', () => {
  expect(newAccounts(['bankgiro 50501055'], ['bankgiro 9912346'])).toEqual(['bankgiro 50501055'])
  expect(newAccounts(['bankgiro 50501055'], ['bankgiro 50501055', 'plusgiro 1234'])).toEqual([])
  expect(newAccounts(['plusgiro 50501055'], ['bankgiro 50501055'])).toEqual(['plusgiro 50501055'])
})

test('the first invoice of a supplier has nothing to differ from', () => {
  expect(newAccounts(['bankgiro 50501055'], null)).toEqual([])
})

test('a stored name is the account again', () => {
  const accounts = [
    { kind: 'bankgiro', number: '50501055' },
    { kind: 'iban', number: 'SE4550000000058398257466' },
  ] as const
  expect(accountNames(accounts).map(accountOfName)).toEqual(accounts)
})
