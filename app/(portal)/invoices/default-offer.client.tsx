'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { Button } from '#app/_components/button.tsx'
import { idle } from '#app/_server/action-state.ts'
import type { CustomerDefaultField } from '#lib/invoice/customer-defaults.ts'
import type { BuyerProfile } from '#lib/invoice/parties.ts'
import { saveCustomerDefaultsAction } from './actions.ts'
import { useDemandWords, useTools } from './editor-context.client.tsx'

type DefaultOfferProps = { customer: BuyerProfile; asked: readonly CustomerDefaultField[] }

/**
 * *Spara som standard för {kund}?*: asked once of what was typed and accepted in a field that may have a usual value for
 * the customer. Answered, it is not asked again, for this customer and field.
 */
export function DefaultOffer({ customer, asked }: DefaultOfferProps) {
  const words = useTranslations('invoice')
  const locale = useLocale()
  const { nameOf } = useDemandWords()
  const { store } = useTools()
  const [answers, setAnswers] = useState<ReadonlyMap<string, 'saved' | 'declined'>>(new Map())
  const [isFailed, setFailed] = useState(false)
  const [isPending, start] = useTransition()
  const place = useRef<HTMLDivElement>(null)
  const keyOf = (field: CustomerDefaultField) => `${customer.customerId} ${field}`
  const open = asked.filter((field) => !answers.has(keyOf(field)))
  const isSaved = asked.some((field) => answers.get(keyOf(field)) === 'saved')
  const answer = (as: 'saved' | 'declined') => {
    const body = new FormData()
    body.set('customerId', customer.customerId)
    const { draft } = store.getSnapshot()
    for (const field of open) body.set(field, as === 'saved' ? draft[field].trim() : '')
    start(async () => {
      const { status } = await saveCustomerDefaultsAction(idle, body).catch(() => ({ status: 'broken' }))
      setFailed(status !== 'ok')
      if (status !== 'ok') return
      // The buttons go: the focus stays here.
      place.current?.focus()
      setAnswers(new Map([...answers, ...open.map((field) => [keyOf(field), as] as const)]))
    })
  }
  const recipient = customer.name
  const fields = new Intl.ListFormat(locale).format(open.map(nameOf))
  return (
    <div role="status" ref={place} tabIndex={-1} className="mt-3">
      {open.length > 0 && (
        <div className="grid gap-x-3 rounded-button bg-neutral-soft px-3 py-2 desk:flex desk:flex-wrap desk:items-center">
          <span>{words('defaultOffer', { fields, recipient })}</span>
          {isFailed && <span className="font-semibold text-bad">{words('defaultFailed')}</span>}
          <span className="flex flex-wrap gap-x-3">
            <Button look="quiet" disabled={isPending} onClick={() => answer('saved')}>
              {words('defaultSave')}
            </Button>
            <Button look="quiet" disabled={isPending} onClick={() => answer('declined')}>
              {words('defaultDecline')}
            </Button>
          </span>
        </div>
      )}
      {open.length === 0 && isSaved && (
        <p className="text-label text-muted">{words('defaultSaved', { recipient })}</p>
      )}
    </div>
  )
}
