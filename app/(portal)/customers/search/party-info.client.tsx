'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Dialog } from '#app/_components/dialog.client.tsx'

type PartyInfoProps = { name: string; close: string; action: ReactNode; children: ReactNode }

/** A company's name that opens what the directory knows of it (S13). Focus comes back to the name. */
export function PartyInfo({ name, close, action, children }: PartyInfoProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="min-h-(--control-height) text-start font-semibold text-link underline underline-offset-3"
      >
        {name}
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={name}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{close}</Button>
            {action}
          </>
        }
      >
        {open && children}
      </Dialog>
    </>
  )
}
