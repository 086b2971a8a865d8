'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PasswordField } from '#app/_components/password-field.client.tsx'

const leastCharacters = 12
const strongCharacters = 18

/** A new password with its strength in words. Length is all that is asked for; the server knows the common ones. */
export function NewPasswordField({ label, error }: { label: string; error?: string | undefined }) {
  const words = useTranslations('fields')
  const [password, setPassword] = useState('')
  const count = Array.from(password).length
  const strength = () => {
    if (count === 0) return ''
    if (count < leastCharacters)
      return words('passwordCount', { count: String(count), least: String(leastCharacters) })
    return count < strongCharacters ? words('passwordEnough') : words('passwordStrong')
  }
  return (
    <div>
      <PasswordField
        id="password"
        name="password"
        autoComplete="new-password"
        label={label}
        hint={words('passwordHint')}
        error={error}
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <p className="min-h-6 text-hint font-semibold" role="status">
        {strength()}
      </p>
    </div>
  )
}
