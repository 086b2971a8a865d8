'use client'

import { lazy, Suspense } from 'react'
import { customerDefaultFields } from '#lib/invoice/customer-defaults.ts'
import type { BuyerProfile } from '#lib/invoice/parties.ts'
import { useEditor } from './editor-context.client.tsx'
import type { EditorState } from './editor-state.ts'
import { untilThere } from './until-there.ts'
import { useChosenCustomer } from './use-demand.client.tsx'

/** Fetched when there is something to ask. */
const DefaultOffer = lazy(async () => ({
  default: (await untilThere(() => import('./default-offer.client.tsx'))).DefaultOffer,
}))

/** Asks whether what was typed in a field is the customer's usual value, where it has none and nobody was asked. */
export function AskedDefault() {
  const customer = useChosenCustomer()
  const names = useEditor((state) => askedFields(state, customer).join(' '))
  if (customer === undefined || names === '') return null
  return (
    <Suspense>
      <DefaultOffer
        customer={customer}
        asked={customerDefaultFields.filter((field) => names.split(' ').includes(field))}
      />
    </Suspense>
  )
}

/** The fields somebody left with an accepted value; one that the recipient fixes has no other. */
function askedFields({ draft, touched, stops, demands }: EditorState, customer: BuyerProfile | undefined) {
  return customerDefaultFields.filter(
    (field) =>
      touched.has(field) &&
      draft[field].trim() !== '' &&
      customer?.defaults?.[field] === undefined &&
      stops.every((stop) => stop.field !== field) &&
      demands.every(({ code, fixed }) => code !== field || fixed === undefined),
  )
}
