'use client'

import type { ReactNode } from 'react'

/**
 * A step's form, sent to the next step in its address. What was typed goes into this step's own address too, so that
 * the browser's Back finds it again.
 */
export function StepForm({ action, children }: { action: string; children: ReactNode }) {
  const remember = (form: HTMLFormElement) => {
    const typed = [...new FormData(form)].filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    )
    history.replaceState(history.state, '', `?${new URLSearchParams(typed)}`)
  }
  return (
    <form action={action} className="grid gap-5" onSubmit={(event) => remember(event.currentTarget)}>
      {children}
    </form>
  )
}
