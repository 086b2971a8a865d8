'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import { customerForm } from '#lib/forms/customers.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'

/** *Slutför* (S15, S16): the party is a customer, or awaits its approval. Adding it again changes nothing. */
export const addCustomerAction = defineAction({
  who: 'supplier',
  schema: customerForm,
  run: addCustomer,
  then: (_added, { partyId }) => {
    revalidatePath('/customers', 'layout')
    redirect(`/customers/add/${partyId}/done`)
  },
})
