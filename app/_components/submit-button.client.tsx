'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { Spinner } from './spinner.tsx'

type SubmitButtonProps = Omit<ComponentProps<'button'>, 'style' | 'type' | 'disabled'> & {
  look?: ButtonLook
  /** What the button says while the form is on its way, for example "Skickar…". */
  pendingText: string
}

/**
 * Submits the form it stands in. While that is under way it shows a spinner and `pendingText`, keeps the focus
 * (it is never `disabled`) and swallows further presses.
 */
export function SubmitButton({
  look = 'primary',
  pendingText,
  className,
  children,
  onClick,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus()
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={pending}
      onClick={press}
      className={buttonClass(look, className)}
    >
      {pending && <Spinner />}
      {pending ? pendingText : children}
    </button>
  )
}
