'use client'

import { useTranslations } from 'next-intl'
import { PasswordField } from '#app/_components/password-field.client.tsx'

type ConfirmPasswordProps = { id: string; email: string; error: string | undefined }

/** The password, again: a change of what the company is paid to asks for it (K7). Needs the `paymentSettings` words. */
export function ConfirmPassword({ id, email, error }: ConfirmPasswordProps) {
  const words = useTranslations('paymentSettings')
  return (
    <>
      {/* Tells a password manager whose password it is. */}
      <input hidden readOnly type="email" autoComplete="username" value={email} />
      <PasswordField
        id={id}
        name="currentPassword"
        autoComplete="current-password"
        label={words('confirm')}
        hint={words('confirmHint')}
        error={error}
        required
      />
    </>
  )
}
