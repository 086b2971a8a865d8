'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './button.tsx'

type DialogProps = {
  open: boolean
  /** Called when the person closes it: Esc or the cross. */
  onClose: () => void
  title: ReactNode
  children: ReactNode
  /** The row of buttons at the foot. */
  actions?: ReactNode
}

/** A native modal dialog. Focus starts on the heading and returns to what opened it. */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const words = useTranslations('common')
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    if (element === null || open === element.open) return
    if (!open) return element.close()
    element.showModal()
    heading.current?.focus()
  }, [open])

  return (
    <dialog ref={dialog} aria-labelledby={titleId} className="dialog" onClose={onClose}>
      <div className="flex items-start justify-between gap-4">
        <h2 id={titleId} ref={heading} tabIndex={-1} className="pt-2.5">
          {title}
        </h2>
        <IconButton icon={X} name={words('close')} onClick={() => dialog.current?.close()} />
      </div>
      <div className="mt-3 grid gap-4">{children}</div>
      {actions && <div className="mt-6 flex flex-wrap justify-end gap-3">{actions}</div>}
    </dialog>
  )
}
