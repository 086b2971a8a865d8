import type { PaymentAccountKind } from './parties.ts'

/** An account as it is stored beside a document: what it is and its number, `bankgiro 50501055`. */
export function accountNames(
  accounts: readonly { readonly kind: PaymentAccountKind; readonly number: string }[],
): string[] {
  return accounts.map(({ kind, number }) => `${kind} ${number}`)
}

/** The account that a stored name stands for. */
export function accountOfName(name: string): { kind: PaymentAccountKind; number: string } {
  const [kind = '', number = ''] = name.split(' ')
  return { kind: kind === 'bankgiro' || kind === 'plusgiro' ? kind : 'iban', number }
}

/**
 * The accounts of a document that did not stand on the supplier's last one. None where there was no last one: then
 * nothing has changed. An account that was only left out is no change to be careful of.
 */
export function newAccounts(now: readonly string[], before: readonly string[] | null): string[] {
  return before === null ? [] : now.filter((account) => !before.includes(account))
}
