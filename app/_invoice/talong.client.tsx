'use client'

import { ChevronUp } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Icon } from '#app/_components/icon.tsx'

/** One figure of the talong with its name. */
export type TalongItem = { key: string; label: string; value: string }

type TalongProps = {
  /** What the strip is called for those who hear the page. */
  name: string
  amountLabel: string
  amount: string
  /** A caution under the amount: "Någon rad saknas i summan". */
  remark?: string | undefined
  items: readonly TalongItem[]
  /** What the button that shows the figures on a phone is called. */
  toggleName: string
  /** The one next action. */
  action: ReactNode
}

/**
 * The slip at the foot of an invoice: the amount, the figures behind it and the one next action. It stays in view,
 * above the tab bar on a phone, where the figures open by tapping the amount; in a low window it stands still.
 */
export function Talong({ name, amountLabel, amount, remark, items, toggleName, action }: TalongProps) {
  const [isOpen, setOpen] = useState(false)
  const figuresId = useId()
  return (
    <section
      aria-label={name}
      className="perforation sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-4 -mx-2 grid grid-cols-[minmax(0,1fr)] items-center gap-x-4 gap-y-2 border-x border-b border-x-line border-b-line bg-brand-soft px-4 py-2.5 xs:grid-cols-[minmax(0,1fr)_auto] desk:bottom-0 desk:mx-0 desk:flex desk:flex-wrap desk:gap-x-8 desk:px-6 desk:py-2.5 wide:flex-nowrap [@media(max-height:39.99rem)]:static"
    >
      <div className="flex items-center justify-between gap-3 desk:flex-none">
        <div>
          <p className="text-meta text-muted">{amountLabel}</p>
          <p className="figures text-amount font-bold whitespace-nowrap">{amount}</p>
          {remark !== undefined && <p className="text-meta text-muted">{remark}</p>}
        </div>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={figuresId}
          className="button button-icon desk:hidden"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon of={ChevronUp} className={isOpen ? 'rotate-180' : ''} />
          <span className="sr-only">{toggleName}</span>
        </button>
      </div>
      <dl
        id={figuresId}
        className={`${isOpen ? 'grid' : 'hidden'} order-first grid-cols-2 gap-x-4 gap-y-1 xs:col-span-2 desk:order-none desk:grid desk:grid-flow-col desk:grid-cols-none desk:grid-rows-2 desk:gap-x-6`}
      >
        {items.map((item) => (
          <div key={item.key}>
            <dt className="text-meta text-muted">{item.label}</dt>
            <dd className="figures font-semibold desk:whitespace-nowrap">{item.value}</dd>
          </div>
        ))}
      </dl>
      <div className="desk:ms-auto desk:flex-none">{action}</div>
    </section>
  )
}
