'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PasswordField } from '#app/_components/password-field.client.tsx'

const leastCharacters = 12
const strongCharacters = 18

type NewPasswordFieldProps = {
  label: string
  error?: string | undefined
  /** The answer that `error` comes from: a new one may say the same again. */
  attempt?: unknown
}

/**
 * A new password with its strength in words. Length is all that is asked for; the server knows the common ones. What
 * was wrong stands there until another password that is long enough has been typed.
 */
export function NewPasswordField({ label, error, attempt = error }: NewPasswordFieldProps) {
  const words = useTranslations('fields')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState({ attempt, password })
  if (refused.attempt !== attempt) setRefused({ attempt, password })
  const count = Array.from(password).length
  const isMended = count >= leastCharacters && password !== refused.password
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
        error={isMended ? undefined : error}
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
