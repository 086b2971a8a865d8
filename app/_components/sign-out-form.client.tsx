'use client'

import type { ReactNode } from 'react'
import { forgetDevice } from './device-store.ts'

type SignOutFormProps = {
  action: (form: FormData) => void | Promise<void>
  className?: string
  children: ReactNode
}

/** The form around *Logga ut*: what this device keeps of the user is forgotten meanwhile. Works without script. */
export function SignOutForm({ action, className, children }: SignOutFormProps) {
  // Offline nobody is signed out, and what is kept may be the only copy there is.
  const forget = () => {
    if (navigator.onLine) void forgetDevice()
  }
  return (
    <form action={action} className={className} onSubmit={forget}>
      {children}
    </form>
  )
}
