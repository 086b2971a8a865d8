/** The field that a refusal is about; undefined = it is about the form as a whole. */
export function placeOfRefusal(code: string): readonly { field: string; code: string }[] | undefined {
  if (code === 'account-taken') return [{ field: 'number', code }]
  return code === 'wrong-password' || code === 'too-many' ? [{ field: 'currentPassword', code }] : undefined
}

/** The list of accounts, saying when it was saved. */
export function accountsSavedHref(savedAt: string): string {
  return `/settings/payment?saved=${encodeURIComponent(savedAt)}`
}
