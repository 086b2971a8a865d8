'use client'

import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { useActionState, useRef } from 'react'
import { Icon } from '#app/_components/icon.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { removeCustomerAction } from './actions.ts'
import { FormProblem } from './form-problem.tsx'

type RowMenuProps = {
  customerId: string
  view: { q: string; show: string }
  words: {
    name: string
    createInvoice: string
    view: string
    editNumber: string
    remove: string
    removing: string
  }
}

const item = 'flex min-h-(--control-height) w-full items-center px-3 text-start text-ink no-underline'

/** What can be done with a customer. A native disclosure: Esc and a press elsewhere close it, and it works without script. */
export function RowMenu({ customerId, view, words }: RowMenuProps) {
  const [state, remove] = useActionState(removeCustomerAction, idle)
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (menu.current) menu.current.open = false
  }
  return (
    <details
      ref={menu}
      className="relative inline-block text-start"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return
        close()
        menu.current.querySelector('summary')?.focus()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && event.relatedTarget !== null) close()
      }}
    >
      <summary className="button button-icon list-none [&::-webkit-details-marker]:hidden">
        <Icon of={Ellipsis} />
        <span className="sr-only">{words.name}</span>
      </summary>
      {/* The last row's opens upward: below it there is only the tab bar. */}
      <div className="card absolute end-0 z-10 my-1 w-56 max-w-[80vw] p-1 [tr:last-child_&]:bottom-full">
        <ul>
          <li>
            <Link href={`/invoices/new?customer=${customerId}`} prefetch={false} className={item}>
              {words.createInvoice}
            </Link>
          </li>
          <li>
            <Link href={`/customers/${customerId}`} prefetch={false} className={item}>
              {words.view}
            </Link>
          </li>
          <li>
            <Link href={`/customers/${customerId}#customerNumber`} prefetch={false} className={item}>
              {words.editNumber}
            </Link>
          </li>
        </ul>
        <form action={remove} className="border-t border-line pt-1">
          <input type="hidden" name="customerId" value={customerId} />
          <input type="hidden" name="q" value={view.q} />
          <input type="hidden" name="show" value={view.show} />
          <SubmitButton
            look="quiet"
            pendingText={words.removing}
            className="w-full justify-start px-3 text-bad"
          >
            {words.remove}
          </SubmitButton>
          <FormProblem state={state} />
        </form>
      </div>
    </details>
  )
}
