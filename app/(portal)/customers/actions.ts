'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#app/_server/define-action.ts'
import {
  customerCardForm,
  customerForm,
  customerIdForm,
  customerNumberForm,
  customerOfListForm,
  sendOnApprovalForm,
} from '#lib/forms/customers.ts'
import {
  addCustomer,
  changeCustomerNumber,
  chooseSendOnApproval,
  removeCustomer,
  restoreCustomer,
  saveCustomerCard,
} from '#lib/services/customers/customers.ts'
import { remindRecipient } from '#lib/services/customers/link-requests.ts'

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

/** *Ta bort*: back to the register as it was shown, where it can be undone. */
export const removeCustomerAction = defineAction({
  who: 'supplier',
  schema: customerOfListForm,
  run: removeCustomer,
  then: ({ customerId }, { q, show }) => {
    revalidatePath('/customers', 'layout')
    redirect(`/customers?${new URLSearchParams({ q, show, removed: customerId })}`)
  },
})

/** *Ångra* after *Ta bort*, and *Lägg tillbaka* on the customer's page. */
export const restoreCustomerAction = defineAction({
  who: 'supplier',
  schema: customerOfListForm,
  run: restoreCustomer,
  then: ({ customerId }, { q, show }) => {
    revalidatePath('/customers', 'layout')
    redirect(`/customers?${new URLSearchParams({ q, show, restored: customerId })}`)
  },
})

/** Whether what is ready leaves by itself when the recipient approves (K10). */
export const chooseSendOnApprovalAction = defineAction({
  who: 'supplier',
  schema: sendOnApprovalForm,
  run: chooseSendOnApproval,
  then: () => revalidatePath('/', 'layout'),
})

/** *Påminn*: at most once in seven days. */
export const remindAction = defineAction({
  who: 'supplier',
  schema: customerIdForm,
  run: remindRecipient,
  then: () => revalidatePath('/customers', 'layout'),
})

/** *Redigera kundnummer*. */
export const changeCustomerNumberAction = defineAction({
  who: 'supplier',
  schema: customerNumberForm,
  run: changeCustomerNumber,
  then: () => revalidatePath('/customers', 'layout'),
})

/** What invoices to the customer say instead of what the directory says. */
export const saveCustomerCardAction = defineAction({
  who: 'supplier',
  schema: customerCardForm,
  run: saveCustomerCard,
  then: () => revalidatePath('/customers', 'layout'),
})
